using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>Which vehicles were told to be online, over conversations and restarts: one that left together with its link, or with us, is told to be offline.</summary>
/// <param name="context">Memory, and who hears that it refuses.</param>
internal sealed class OnlineRoll(DriverContext context)
{
    private const string Name = "online";
    private const string NotStored = "online-not-stored";
    private const char Separator = ';';

    private readonly SortedSet<byte> _missing = [.. Read(context.Memory?.Recall(Name))];
    private readonly SortedSet<byte> _online = [];

    /// <summary>Were online before this conversation and did not come since it began.</summary>
    public IReadOnlyCollection<byte> Missing => _missing;

    /// <summary>It is online; completes when that is on disk.</summary>
    public Task CameAsync(byte system, CancellationToken ct)
    {
        bool isKnown = _missing.Remove(system);
        return _online.Add(system) && !isKnown ? WriteAsync(ct) : Task.CompletedTask;
    }

    /// <summary>It was told to be offline.</summary>
    public Task LeftAsync(byte system, CancellationToken ct) => _missing.Remove(system) | _online.Remove(system) ? WriteAsync(ct) : Task.CompletedTask;

    private static IEnumerable<byte> Read(string? remembered) =>
        (remembered ?? string.Empty).Split(Separator, StringSplitOptions.RemoveEmptyEntries).Where(one => byte.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(one => byte.Parse(one, CultureInfo.InvariantCulture));

    private async Task WriteAsync(CancellationToken ct)
    {
        try
        {
            string text = string.Join(Separator, _online.Union(_missing).Select(system => system.ToString(CultureInfo.InvariantCulture)));
            await (context.Memory?.RememberAsync(Name, text, ct) ?? Task.CompletedTask).ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            context.Watch.Fault(FaultKind.Busy, NotStored);
        }
    }
}
