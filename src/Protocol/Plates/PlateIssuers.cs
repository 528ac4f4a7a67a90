using System.Collections.Frozen;

namespace EdgeGateway.Protocol.Plates;

/// <summary>
/// Issuing letters that a province is known to use: an engineering list from common knowledge, good for a doubt and for
/// nothing else, because provinces add letters and public lists differ. The four municipalities and Guangdong use all.
/// </summary>
public static class PlateIssuers
{
    private static readonly FrozenDictionary<char, string> s_letters = new Dictionary<char, string>
    {
        ['冀'] = "ABCDEFGHJRST",
        ['豫'] = "ABCDEFGHJKLMNPQRSU",
        ['云'] = "ABCDEFGHJKLMNPQRS",
        ['辽'] = "ABCDEFGHJKLMNPV",
        ['黑'] = "ABCDEFGHJKLMNPR",
        ['湘'] = "ABCDEFGHJKLMNSU",
        ['皖'] = "ABCDEFGHJKLMNPQRS",
        ['鲁'] = "ABCDEFGHJKLMNPQRSUVWY",
        ['新'] = "ABCDEFGHJKLMNPQRS",
        ['苏'] = "ABCDEFGHJKLMNU",
        ['浙'] = "ABCDEFGHJKL",
        ['赣'] = "ABCDEFGHJKLMS",
        ['鄂'] = "ABCDEFGHJKLMNPQRSW",
        ['桂'] = "ABCDEFGHJKLMNPR",
        ['甘'] = "ABCDEFGHJKLMNP",
        ['晋'] = "ABCDEFHJKLM",
        ['蒙'] = "ABCDEFGHJKLM",
        ['陕'] = "ABCDEFGHJKUV",
        ['吉'] = "ABCDEFGHJK",
        ['闽'] = "ABCDEFGHJK",
        ['贵'] = "ABCDEFGHJ",
        ['青'] = "ABCDEFGH",
        ['藏'] = "ABCDEFGHJ",
        ['川'] = "ABCDEFGHJKLMQRSTUVWXYZ",
        ['宁'] = "ABCDE",
        ['琼'] = "ABCDEF",
    }.ToFrozenDictionary();

    /// <returns>False when no list knows the letter in that province; O, the prefix of old, has a flag of its own and is never doubted.</returns>
    public static bool IsUsed(char province, char letter) =>
        letter == 'O' || !s_letters.TryGetValue(province, out string? letters) || letters.Contains(letter);
}
