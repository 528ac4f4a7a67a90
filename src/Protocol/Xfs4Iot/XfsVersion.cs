using System.Globalization;

namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>Version of one message of XFS4IoT (kiosk.md section 1.2): each message has its own.</summary>
/// <param name="Major">0 to 999.</param>
/// <param name="Minor">0 to 999.</param>
public readonly record struct XfsVersion(int Major, int Minor) : IComparable<XfsVersion>
{
    private const int Most = 999;

    /// <summary>With what a link is opened.</summary>
    public static XfsVersion First => new(2, 0);

    /// <summary>What older services speak.</summary>
    public static XfsVersion Older => new(1, 0);

    /// <returns>Null for what is no <c>major.minor</c>.</returns>
    public static XfsVersion? Parse(string? text)
    {
        int point = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        return point > 0 && Part(text.AsSpan(0, point)) is { } major && Part(text.AsSpan(point + 1)) is { } minor ? new XfsVersion(major, minor) : null;
    }

    public int CompareTo(XfsVersion other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    private static int? Part(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int part) && part <= Most ? part : null;
}
