using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;

namespace EdgeGateway.Pipeline.Passages;

/// <summary>Names of passages, from nothing but what the devices said.</summary>
internal static class PassageId
{
    private const int Bytes = 16;

    /// <summary>
    /// Checkpoint, lane, plate and the stretch of three seconds it falls in: two passages that are further apart never share
    /// one, and after a restart a second camera mostly finds the same one even though nothing is remembered.
    /// </summary>
    public static string OfPlate(Reading reading, PlateReadBody body, TimeSpan apart)
    {
        long stretch = Math.DivRem(reading.Time.UtcTicks, apart.Ticks).Quotient;
        return Digest("plate", Scope(reading, body), Text(body.LaneNo), body.Plate.Text!, stretch.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>By the device's own word for the passage, else by the reading alone.</summary>
    public static string OfUnread(Reading reading, PlateReadBody body) => body.PassageKey is { } key
        ? Digest("key", reading.Device, key)
        : Digest("reading", reading.Device, body.Source?.NativeId ?? reading.Time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    /// <returns>The checkpoint; where none is known only readings of the same device can meet.</returns>
    public static string Scope(Reading reading, PlateReadBody body) => body.CheckpointId is { Length: > 0 } checkpoint ? "c" + checkpoint : "d" + reading.Device;

    private static string Text(int? lane) => lane?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Digest(params IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, Bytes));
}
