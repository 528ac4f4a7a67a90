using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>For each character of plates those that alone may stand in its place within the limit of a possible hit (plate-camera.md section 5.5).</summary>
internal static class LookAlikes
{
    private const string Symbols =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领港澳警学挂试超应急民航台场内连临时入境";

    private static readonly Dictionary<char, string> s_of = Symbols.ToDictionary(static c => c, static c => string.Concat(Symbols.Where(other => MayStandFor(other, c))));

    private static readonly string[] s_ascii = [.. Enumerable.Range(0, 128).Select(static c => s_of.GetValueOrDefault((char)c, string.Empty))];

    public static ReadOnlySpan<char> Of(char c) => c < 128 ? s_ascii[c] : s_of.GetValueOrDefault(c, string.Empty);

    private static bool MayStandFor(char other, char c) => other != c && PlateSimilarity.Possible([other], [c]);
}
