"""The words of what is compared: facts, elements, values, sums; in en, zh and ja."""

from __future__ import annotations

from collections.abc import Mapping

from reglint.model.text import Text

_FACTS: Mapping[str, Text] = {
    "the": {"en": "the {title}", "zh": "{title}", "ja": "{title}"},
    "its": {"en": "its {title}", "zh": "{title}", "ja": "{title}"},
    "it": {"en": "it", "zh": "该值", "ja": "それ"},
    "of": {"en": "the {title} of {owner}", "zh": "{owner}的{title}", "ja": "{owner}の{title}"},
    "that": {"en": "the {title}", "zh": "该{title}", "ja": "その{title}"},
    "every one": {"en": "every {one}", "zh": "每{measure}{one}", "ja": "すべての{one}"},
    "every such one": {
        "en": "every {one} {guard}",
        "zh": "{guard}的每{measure}{one}",
        "ja": "{guard}すべての{one}",
    },
    "no one": {"en": "no {one}", "zh": "没有{one}", "ja": "どの{one}も"},
    "lettered": {"en": "{one} {letter}", "zh": "{one}{letter}", "ja": "{one}{letter}"},
    "value": {"en": "value", "zh": "值", "ja": "値"},
    "value_among": {"en": "value among {items}", "zh": "{items}中的值", "ja": "{items}のうちの値"},
    "entry": {"en": "entry of {many}", "zh": "{many}中的项目", "ja": "{many}の項目"},
    "now": {"en": "the day of the assessment", "zh": "评估日", "ja": "評価日"},
    "first": {"en": "the first {one}", "zh": "第一{measure}{one}", "ja": "最初の{one}"},
    "first of": {
        "en": "the first {one}",
        "zh": "{one}中的第一{measure}",
        "ja": "{one}のうち最初のもの",
    },
    "at of": {
        "en": "{one} number {number}",
        "zh": "{one}中的第{number}{measure}",
        "ja": "{one}のうち{number}番目のもの",
    },
    "at": {"en": "{one} number {number}", "zh": "第{number}{measure}{one}", "ja": "{number}番目の{one}"},
    "at_index": {
        "en": "the {one} whose position (counted from 0) is {number}",
        "zh": "位次（自0起）为{number}的{one}",
        "ja": "位置（0から数える）が{number}の{one}",
    },
    "named": {"en": "the {one} named {name}", "zh": "名为{name}的{one}", "ja": "名称が{name}の{one}"},
    "of_that_name": {"en": "the {one} of that name", "zh": "与其同名的{one}", "ja": "同じ名称の{one}"},
    "such": {"en": "{many} {guard}", "zh": "{guard}的{many}", "ja": "{guard}{many}"},
    "such_joined": {
        "en": "{many} {guard}",
        "zh": "{many}中符合以下条件者（{guard}）",
        "ja": "{guard}{many}",
    },
    "such_after": {"en": "{many} {guard}", "zh": "{guard}的{many}", "ja": "{many}であって、{guard}もの"},
    "such_list": {
        "en": "{many} (those for which {guard})",
        "zh": "{many}中符合以下条件者（{guard}）",
        "ja": "{many}のうち次の条件に該当するもの（{guard}）",
    },
}
_SUMS: Mapping[str, Text] = {
    "count": {"en": "the number of {many}", "zh": "{many}的数量", "ja": "{many}の数"},
    "length": {"en": "the length of {text}", "zh": "{text}的长度", "ja": "{text}の長さ"},
    "lowerAscii": {"en": "{text} in lower case", "zh": "{text}的小写形式", "ja": "{text}を小文字にしたもの"},
    "min": {"en": "the least of {items}", "zh": "{items}中的最小者", "ja": "{items}のうち最小のもの"},
    "max": {"en": "the greatest of {items}", "zh": "{items}中的最大者", "ja": "{items}のうち最大のもの"},
    "sum": {"en": "the sum of {items}", "zh": "{items}之和", "ja": "{items}の合計"},
    "+": {"en": "{left} plus {right}", "zh": "{left}与{right}之和", "ja": "{left}と{right}の和"},
    "-": {
        "en": "{left} minus {right}",
        "zh": "{left}减{right}之差",
        "ja": "{left}から{right}を引いた差",
    },
    "*": {"en": "{left} times {right}", "zh": "{left}与{right}之积", "ja": "{left}と{right}の積"},
    "/": {
        "en": "{left} divided by {right}",
        "zh": "{left}除以{right}的商",
        "ja": "{left}を{right}で割った商",
    },
    "%": {
        "en": "the remainder of {left} divided by {right}",
        "zh": "{left}除以{right}的余数",
        "ja": "{left}を{right}で割った余り",
    },
    "+ text": {
        "en": "{left} followed by {right}",
        "zh": "{left}后接{right}",
        "ja": "{left}に{right}を続けたもの",
    },
    "+ day": {"en": "the date {span} after {day}", "zh": "{day}之后{span}", "ja": "{day}の{span}後"},
    "- day": {"en": "the date {span} before {day}", "zh": "{day}之前{span}", "ja": "{day}の{span}前"},
    "+ moment": {
        "en": "the moment {span} after {day}",
        "zh": "{day}之后{span}的时刻",
        "ja": "{day}の{span}後の時点",
    },
    "- moment": {
        "en": "the moment {span} before {day}",
        "zh": "{day}之前{span}的时刻",
        "ja": "{day}の{span}前の時点",
    },
    "between": {
        "en": "the time from {earlier} to {later}",
        "zh": "{earlier}至{later}的时间",
        "ja": "{earlier}から{later}までの期間",
    },
    "minus": {"en": "minus {right}", "zh": "{right}的相反数", "ja": "{right}に−1を掛けたもの"},
    "bracketed": {"en": "({term})", "zh": "（{term}）", "ja": "（{term}）"},
    "either": {
        "en": "({yes} if {guard}, otherwise {no})",
        "zh": "（如果{guard}，取{yes}；否则取{no}）",
        "ja": "（{guard}場合は{yes}、その他の場合は{no}）",
    },
    "whether": {"en": "(whether {body})", "zh": "“{body}”是否成立", "ja": "「{body}」か否か"},
}
_VALUES: Mapping[str, Text] = {
    "nothing": {"en": "nothing", "zh": "空列表", "ja": "空の一覧"},
    "true": {"en": "true", "zh": "是", "ja": "真"},
    "false": {"en": "false", "zh": "否", "ja": "偽"},
    "text": {"en": "“{text}”", "zh": "“{text}”", "ja": "「{text}」"},
    "day": {
        "en": "{day} {month} {year}",
        "zh": "{year}年{number}月{day}日",
        "ja": "{year}年{number}月{day}日",
    },
    "money": {"en": "{code} {amount}", "zh": "{amount} {code}", "ja": "{amount} {code}"},
    "money CNY": {"en": "CNY {amount}", "zh": "人民币{amount}元", "ja": "{amount}人民元"},
    "money USD": {"en": "USD {amount}", "zh": "{amount}美元", "ja": "{amount}米ドル"},
    "money EUR": {"en": "EUR {amount}", "zh": "{amount}欧元", "ja": "{amount}ユーロ"},
    "money JPY": {"en": "JPY {amount}", "zh": "{amount}日元", "ja": "{amount}円"},
}
MEASURE_WORDS: Mapping[str, str] = {
    "种类": "种",
    "记录": "条",
    "规则": "条",
    "原则": "条",
    "报告": "份",
    "证书": "份",
    "通知": "份",
    "项目": "项",
    "事项": "项",
    "制度": "项",
    "风险": "项",
    "措施": "项",
    "资产": "项",
    "评估": "次",
    "测试": "次",
    "演练": "次",
    "培训": "次",
    "审核": "次",
    "复核": "次",
    "事件": "起",
    "机构": "家",
    "供应商": "家",
    "负责人": "名",
    "联系人": "名",
}
"""The measure words of nouns by how they end; all others are counted with 个."""

UNITS: Mapping[str, Text] = {
    "ms": {"zh": "毫秒", "ja": "ミリ秒"},
    "second": {"zh": "秒", "ja": "秒"},
    "minute": {"zh": "分钟", "ja": "分"},
    "hour": {"zh": "小时", "ja": "時間"},
    "day": {"zh": "日", "ja": "日"},
    "month": {"zh": "个月", "ja": "か月"},
    "year": {"zh": "年", "ja": "年"},
    "business day": {"zh": "个工作日", "ja": "営業日"},
}
"""The units that `str` of a duration has, but in English."""

_SPANS: Mapping[str, Text] = {
    "span minutes": {"en": "{count} minutes", "zh": "{count}分钟", "ja": "{count}分"},
    "span hours": {"en": "{count} hours", "zh": "{count}小时", "ja": "{count}時間"},
    "span days": {"en": "{count} days", "zh": "{count}日", "ja": "{count}日"},
    "span weeks": {"en": "{count} weeks", "zh": "{count}周", "ja": "{count}週間"},
    "span months": {"en": "{count} months", "zh": "{count}个月", "ja": "{count}か月"},
    "span years": {"en": "{count} years", "zh": "{count}年", "ja": "{count}年"},
    "span business_days": {"en": "{count} business days", "zh": "{count}个工作日", "ja": "{count}営業日"},
}

TERMS: Mapping[str, Text] = {**_FACTS, **_SUMS, **_SPANS, **_VALUES}
