using System.Text;

namespace EdgeGateway.Sim.Cameras;

/// <summary>Turns text into the bytes that the profile's charset gives (section 6).</summary>
public static class AlertBytes
{
    private static readonly Encoding s_gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    public static byte[] Of(string text, Charset charset) => charset switch
    {
        Charset.Utf8 => Encoding.UTF8.GetBytes(text),
        Charset.Utf8Bom => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
        _ => s_gbk.GetBytes(text),
    };

    /// <summary>What the part header claims.</summary>
    public static string Claim(Charset charset) => charset == Charset.Gbk ? "GBK" : "UTF-8";
}
