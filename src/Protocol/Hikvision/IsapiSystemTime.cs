using EdgeGateway.Protocol.Elements;
using EdgeGateway.Protocol.Plates;
using EdgeGateway.Protocol.Text;

namespace EdgeGateway.Protocol.Hikvision;

/// <summary>The answer to <c>GET /ISAPI/System/time</c> (plate-camera.md section 8, time service): element localTime.</summary>
public static class IsapiSystemTime
{
    public const string Path = "/ISAPI/System/time";

    /// <summary>Longer answers are no time.</summary>
    public const int Longest = 8 * 1024;

    /// <param name="answer">At most <see cref="Longest"/> bytes.</param>
    /// <param name="zone">Zone to assume where localTime names none.</param>
    /// <returns>What the camera's clock shows; null when the answer is no time, or not all of it is here.</returns>
    public static DateTimeOffset? Read(ReadOnlySpan<byte> answer, TimeSpan zone)
    {
        if (answer.Length > Longest)
        {
            return null;
        }

        string text = Charsets.Decode(answer, null).Text;
        int start = text.IndexOf('<', StringComparison.Ordinal);
        var tree = start < 0 ? null : new XmlScanner(text[start..]).Read();
        return tree is { Truncated: false } && tree.Root.IsNamed("Time") ? DeviceTime.Read(tree.Root["localTime"].Text, zone)?.Time : null;
    }
}
