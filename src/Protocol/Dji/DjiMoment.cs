using System.Globalization;
using System.Text.Json;

namespace EdgeGateway.Protocol.Dji;

/// <summary>When a message says it was sent (drone.md section 2.2): milliseconds since 1970, now and then as a text, in seconds, or with too many digits.</summary>
/// <param name="At">Null when it says nothing usable.</param>
/// <param name="Raw">As it stood there.</param>
/// <param name="IsRepaired">Digits had to be taken off or seconds assumed.</param>
public readonly record struct DjiMoment(DateTimeOffset? At, string? Raw, bool IsRepaired)
{
    /// <summary>Milliseconds have 13 digits from 2001 to 2286, which no device of this kind lies outside.</summary>
    private const long LeastMilliseconds = 1_000_000_000_000;
    private const long MostMilliseconds = 9_999_999_999_999;
    private const long LeastSeconds = LeastMilliseconds / 1_000;

    public static DjiMoment Of(JsonElement value)
    {
        string? raw = value.AsText();
        if (!long.TryParse(raw, NumberStyles.Integer, CultureInfo.InvariantCulture, out long told) || told < LeastSeconds)
        {
            return new DjiMoment(null, raw, false);
        }

        long milliseconds = told;
        while (milliseconds > MostMilliseconds)
        {
            milliseconds /= 10;
        }

        milliseconds = milliseconds < LeastMilliseconds && told <= MostMilliseconds / 1_000 ? milliseconds * 1_000 : milliseconds;
        return milliseconds < LeastMilliseconds ? new DjiMoment(null, raw, false) : new DjiMoment(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), raw, milliseconds != told);
    }
}
