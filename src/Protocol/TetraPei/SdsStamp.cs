namespace EdgeGateway.Protocol.TetraPei;

/// <summary>When a text was sent, by its terminal's clock: month, day, hour and minute, and no year (pdt-radio.md section 15, Q13).</summary>
/// <param name="Month">1 to 12 when it is right.</param>
/// <param name="Day">1 to 31.</param>
/// <param name="Hour">0 to 23.</param>
/// <param name="Minute">0 to 59.</param>
/// <param name="IsUtc">Else local time, or a kind of time that is not defined.</param>
public sealed record SdsStamp(int Month, int Day, int Hour, int Minute, bool IsUtc)
{
    private const int Utc = 1;

    /// <summary>2 bits kind of time, 2 reserved, 4 month, 5 day, 5 hour, 6 minute.</summary>
    public static SdsStamp Read(ReadOnlySpan<byte> three)
    {
        int bits = (three[0] << 16) | (three[1] << 8) | three[2];
        return new SdsStamp((bits >> 16) & 0xF, (bits >> 11) & 0x1F, (bits >> 6) & 0x1F, bits & 0x3F, (bits >> 22) == Utc);
    }

    /// <summary>In the year that puts it nearest to now.</summary>
    /// <param name="now">By the gateway's clock.</param>
    /// <param name="zone">Of the terminal, where it tells local time.</param>
    /// <returns>Null when no such moment exists in any of the three years around now.</returns>
    public DateTimeOffset? Near(DateTimeOffset now, TimeSpan zone)
    {
        var offset = IsUtc ? TimeSpan.Zero : zone;
        int year = now.ToOffset(offset).Year;
        DateTimeOffset? nearest = null;
        for (int candidate = year - 1; candidate <= year + 1; candidate++)
        {
            if (In(candidate, offset) is { } moment && (nearest is null || (moment - now).Duration() < (nearest.Value - now).Duration()))
            {
                nearest = moment;
            }
        }

        return nearest;
    }

    private DateTimeOffset? In(int year, TimeSpan offset) =>
        year is > 1 and < 9999 && Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(year, Month) && Hour < 24 && Minute < 60
            ? new DateTimeOffset(year, Month, Day, Hour, Minute, 0, offset)
            : null;
}
