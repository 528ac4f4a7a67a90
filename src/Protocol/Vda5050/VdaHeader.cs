namespace EdgeGateway.Protocol.Vda5050;

/// <summary>What every message begins with; robots leave members out.</summary>
/// <param name="Id">Counter of its topic, from 0 to 4,294,967,295, grown by one with each message sent.</param>
/// <param name="Time">UTC; null when absent or unreadable.</param>
/// <param name="TimeText">As it stood there, at most <see cref="VdaReader.LongestText"/> characters.</param>
/// <param name="Version">For example <c>2.1.0</c>.</param>
/// <param name="Manufacturer">As the robot says it.</param>
/// <param name="Serial">As the robot says it.</param>
public sealed record VdaHeader(long? Id, DateTimeOffset? Time, string? TimeText, string? Version, string? Manufacturer, string? Serial)
{
    /// <summary>2 or 3; null when the version is absent or no number.</summary>
    public int? Major => Version?.Split('.')[0] is { Length: 1 } digit && char.IsAsciiDigit(digit[0]) ? digit[0] - '0' : null;
}
