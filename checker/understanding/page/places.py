"""Places by name: the provinces, and the prefectures and counties of Yunnan."""

_NAMES = (
    "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 "
    "河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆"
)
PROVINCES = tuple(_NAMES.split())
"""Without 省, 市 and 自治区; as regions are named throughout."""

_SHORTEST = 2

_YUNNAN = {
    "昆明市": (
        "五华区 盘龙区 官渡区 西山区 东川区 呈贡区 晋宁区 安宁市 富民县 宜良县 石林县 "
        "嵩明县 禄劝县 寻甸县"
    ),
    "曲靖市": "麒麟区 沾益区 马龙区 宣威市 富源县 罗平县 师宗县 陆良县 会泽县",
    "玉溪市": "红塔区 江川区 澄江市 通海县 华宁县 易门县 峨山县 新平县 元江县",
    "保山市": "隆阳区 腾冲市 施甸县 龙陵县 昌宁县",
    "昭通市": "昭阳区 水富市 鲁甸县 巧家县 盐津县 大关县 永善县 绥江县 镇雄县 彝良县 威信县",
    "丽江市": "古城区 玉龙县 永胜县 华坪县 宁蒗县",
    "普洱市": "思茅区 宁洱县 墨江县 景东县 景谷县 镇沅县 江城县 孟连县 澜沧县 西盟县",
    "临沧市": "临翔区 凤庆县 云县 永德县 镇康县 双江县 耿马县 沧源县",
    "楚雄州": "楚雄市 禄丰市 双柏县 牟定县 南华县 姚安县 大姚县 永仁县 元谋县 武定县",
    "红河州": (
        "个旧市 开远市 蒙自市 弥勒市 屏边县 建水县 石屏县 泸西县 元阳县 红河县 金平县 "
        "绿春县 河口县"
    ),
    "文山州": "文山市 砚山县 西畴县 麻栗坡县 马关县 丘北县 广南县 富宁县",
    "西双版纳州": "景洪市 勐海县 勐腊县",
    "大理州": (
        "大理市 漾濞县 祥云县 宾川县 弥渡县 南涧县 巍山县 永平县 云龙县 洱源县 剑川县 鹤庆县"
    ),
    "德宏州": "瑞丽市 芒市 梁河县 盈江县 陇川县",
    "怒江州": "泸水市 福贡县 贡山县 兰坪县",
    "迪庆州": "香格里拉市 德钦县 维西县",
}

YUNNAN_PREFECTURES = tuple(_YUNNAN)
"""As they are called for short: 昆明市, 楚雄州."""

YUNNAN_COUNTIES = {
    county: prefecture
    for prefecture, counties in _YUNNAN.items()
    for county in counties.split()
}
"""County to prefecture, both as they are called for short: 石林县, 昆明市."""


def bare(name: str) -> str:
    """Return the name of a place without 市, 州, 县 or 区: 昆明; 云县 and 芒市 keep theirs."""
    return name[:-1] if len(name) > _SHORTEST else name
