using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Twins.PdtRadio.TetraPei;

/// <summary>Messages of the others, as their bits go over the air, and what must be read in them. Written without the product's reader.</summary>
public static class TetraWords
{
    private const int Status = 13;
    private const int UserData = 12;

    /// <summary>With transport layer and the time of its terminal, Chinese or Latin letters by turns.</summary>
    public static TetraMessage Text(TetraProfile profile, long from, int number, DateTimeOffset now)
    {
        bool wide = number % 2 == 0;
        string text = wide ? $"位置 {number} 一切正常" : $"checkpoint {number} clear";
        DateTimeOffset told = now.ToOffset(TimeSpan.FromHours(8)) + profile.ClockOffset;
        int stamp = (told.Month << 16) | (told.Day << 11) | (told.Hour << 6) | told.Minute;
        byte[] letters = wide ? Encoding.BigEndianUnicode.GetBytes(text) : Encoding.Latin1.GetBytes(text);
        byte[] data =
        [
            0x82, (byte)(0x02 | (profile.WantsReports ? 0x04 : 0)), (byte)number, (byte)(0x80 | (wide ? 0x1A : 0x01)),
            (byte)(stamp >> 16), (byte)(stamp >> 8), (byte)stamp, .. letters,
        ];
        return Message(profile, UserData, from, data, data.Length * 8, "radio.message", new() { ["text"] = text, ["radioId"] = Number(from), ["requestId"] = $"{(byte)number:x8}" });
    }

    public static TetraMessage Code(TetraProfile profile, long from, int number)
    {
        int code = 0x8000 + number;
        return Message(profile, Status, from, [(byte)(code >> 8), (byte)code], 16, "radio.status", new() { ["statusCode"] = Number(code), ["radioId"] = Number(from) });
    }

    /// <summary>A short location report: 84 bits, half a byte less than its digits.</summary>
    public static TetraMessage Place(TetraProfile profile, long from, int number, bool emergency)
    {
        int longitude = (int)Math.Round((113.23 + (number * 0.0001)) / 360 * (1 << 25));
        int latitude = (int)Math.Round((23.16 - (number * 0.0001)) / 180 * (1 << 24));
        int speed = number % 29;
        var bits = new StringBuilder();
        foreach ((int value, int width) in new[] { (0x0A, 8), (0, 2), (0, 2), (longitude, 25), (latitude, 24), (1, 3), (speed, 7), (number % 16, 4), (0, 1), (emergency ? 2 : 129, 8) })
        {
            bits.Append(Convert.ToString(value & ((1 << width) - 1), 2).PadLeft(width, '0'));
        }

        string padded = bits.ToString().PadRight(88, '0');
        byte[] data = [.. Enumerable.Range(0, 11).Select(i => Convert.ToByte(padded.Substring(i * 8, 8), 2))];
        return Message(profile, UserData, from, data, 84, "radio.position", new()
        {
            ["radioId"] = Number(from),
            ["position.lat"] = Number(Math.Round(latitude * 180.0 / (1 << 24), 6)),
            ["position.lon"] = Number(Math.Round(longitude * 360.0 / (1 << 25), 6)),
            ["speedKmh"] = Number(speed),
            ["trigger"] = emergency ? "emergency" : "periodic",
        });
    }

    private static TetraMessage Message(TetraProfile profile, int service, long from, byte[] data, int bits, string kind, Dictionary<string, string> facts)
    {
        string digits = Convert.ToHexString(data);
        digits = profile.Form == TetraForm.Padded ? digits : digits[..((bits + 3) / 4)];
        string header = string.Create(CultureInfo.InvariantCulture, $"+CTSDSR: {service},{from},0,{profile.Own},0,{bits}");
        string native = string.Create(CultureInfo.InvariantCulture, $"SDS/{service}/{from}/{profile.Own}/{Convert.ToHexStringLower(SHA256.HashData(data))[..16]}");
        return new TetraMessage(profile.Form == TetraForm.OneLine ? $"{header},{digits}" : $"{header}\r\n{digits}", native, kind, facts);
    }

    private static string Number(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}

/// <param name="Lines">As they go over the line, without the ends around them.</param>
/// <param name="NativeId">What the gateway must call it.</param>
/// <param name="Kind">Of the reading.</param>
/// <param name="Facts">What it must say, see <see cref="TruthLine.Facts"/>.</param>
public sealed record TetraMessage(string Lines, string NativeId, string Kind, IReadOnlyDictionary<string, string> Facts);
