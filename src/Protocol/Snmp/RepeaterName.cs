using System.Text;

namespace EdgeGateway.Protocol.Snmp;

/// <summary>
/// Names of a repeater: plain letters for model and serial, UTF-16 for channel and zone, both padded with NULs (pdt-radio.md
/// section 13). Which end comes first is not said: where every second byte is NUL it shows, else little endian is taken, as
/// in all else that these devices write.
/// </summary>
public static class RepeaterName
{
    private const int Longest = 256;

    /// <param name="octets">As they came.</param>
    /// <param name="wide">Whether the object is declared as UTF-16.</param>
    /// <returns>Without padding and control characters; null when nothing is left.</returns>
    public static string? Read(ReadOnlySpan<byte> octets, bool wide)
    {
        octets = octets[..Math.Min(octets.Length, Longest)];
        var coding = CodingOf(octets, wide);
        string text = new([.. coding.GetString(octets).Where(letter => !char.IsControl(letter) && letter != '\uFFFD')]);
        return text.Trim() is { Length: > 0 } name ? name : null;
    }

    private static Encoding CodingOf(ReadOnlySpan<byte> octets, bool wide)
    {
        int even = 0;
        int odd = 0;
        int last = octets.LastIndexOfAnyExcept((byte)0);
        for (int i = 0; i <= last; i++)
        {
            even += i % 2 == 0 && octets[i] == 0 ? 1 : 0;
            odd += i % 2 == 1 && octets[i] == 0 ? 1 : 0;
        }

        return (even > odd, odd > even, wide) switch
        {
            (true, _, _) => Encoding.BigEndianUnicode,
            (_, true, _) or (_, _, true) => Encoding.Unicode,
            _ => Encoding.UTF8,
        };
    }
}
