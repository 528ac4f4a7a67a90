namespace EdgeGateway.Protocol.Nmea;

/// <summary>What a receiver told of one moment; at least one of the two.</summary>
public sealed record NmeaFix(NmeaRmc? Rmc, NmeaGga? Gga)
{
    /// <summary>As on the wire, <c>hhmmss</c> with or without decimals; empty when unknown.</summary>
    public string Time => Rmc is { Time.Length: > 0 } ? Rmc.Time : Gga?.Time ?? string.Empty;
}
