using System.Collections.Frozen;

namespace EdgeGateway.Protocol.Parcels;

/// <summary>From what devices call a thing to the category codes of xray.md section 4.4.</summary>
public static class ParcelCategories
{
    public const string Allowed = "P00";
    public const string Guns = "P01";
    public const string Knives = "P02.01";
    public const string StunAndTear = "P02.02";
    public const string Explosives = "P03";
    public const string Fireworks = "P03.02";
    public const string FlammableGas = "P04.01";
    public const string FlammableLiquids = "P05";
    public const string Drugs = "P12";
    public const string Other = "P19";

    private static readonly FrozenDictionary<int, string> s_dahua = new Dictionary<int, string>
    {
        [1] = Knives, [36] = Knives, [37] = Knives, [38] = Knives, [39] = Knives,
        [3] = Guns, [35] = Guns,
        [11] = Explosives,
        [13] = Fireworks, [40] = Fireworks, [41] = Fireworks,
        [12] = FlammableGas, [14] = FlammableGas,
        [30] = FlammableLiquids, [31] = FlammableLiquids,
        [15] = StunAndTear, [16] = StunAndTear, [26] = StunAndTear,
        [17] = Other, [18] = Other,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> s_dicos = new Dictionary<string, string>
    {
        ["EXPLOSIVE"] = Explosives,
        ["PHARMACEUTICAL"] = Drugs,
        ["PI"] = Other, ["CONTRABAND"] = Other, ["ANOMALY"] = Other, ["OTHER"] = Other,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Dahua's object type (xray.md section 2.2); what is not on the list is <see cref="Allowed"/>.</summary>
    public static string OfDahua(int objectType) => s_dahua.GetValueOrDefault(objectType, Allowed);

    /// <summary>DICOS threat category (4010,1012); <see cref="Allowed"/> when it names nothing prohibited. A text rule of the site goes before it.</summary>
    public static string OfDicos(string? threatCategory) => threatCategory is null ? Allowed : s_dicos.GetValueOrDefault(threatCategory, Allowed);
}
