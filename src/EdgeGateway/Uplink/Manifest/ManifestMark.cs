using System.Globalization;
using EdgeGateway.Store;

namespace EdgeGateway.Uplink.Manifest;

/// <summary>
/// Up to which number manifests were taken by a broker, over restarts: noted after each PUBACK, so that a crash in between
/// repeats one and leaves none out.
/// </summary>
public sealed class ManifestMark(IGatewayMemory memory)
{
    private const string Name = "uplink.manifest";

    /// <returns>The last number covered; null epoch when none was yet.</returns>
    public (string? Epoch, long Seq) Read() =>
        memory.Recall(Name)?.Split(':') is [var epoch, var text] && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seq)
            ? (epoch, seq)
            : (null, 0);

    /// <exception cref="Drivers.Abstractions.StoreRefusedException">The disk refuses.</exception>
    public Task WriteAsync(string epoch, long seq, CancellationToken ct) =>
        memory.RememberAsync(Name, FormattableString.Invariant($"{epoch}:{seq}"), ct);
}
