using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>
/// Events that were too many and that nobody brings again: how many, and from when to when, is on disk before the broker hears that one was taken, and is told
/// as a reading. A crash in the instant between the two may count the last of them twice. Not for two callers at one time.
/// </summary>
internal sealed class LostEvents(DeskParts parts)
{
    /// <summary>Flag: events of the device are missing before this one.</summary>
    public const string Flag = "EVENTS_LOST";

    private const string Name = "lost-events";
    private const string Dock = "dock";
    private const char Separator = ' ';
    private const int Warning = 4;

    /// <summary>A flood is told as some sums, not as a second flood.</summary>
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(10);

    private Sum? _sum = Read(parts.Host.Memory?.Recall(Name));
    private TimeSpan? _since;

    /// <summary>It may have been told: it must not grow any more, or what is told again would not be known for a repeat.</summary>
    private bool _isClosed = true;

    /// <summary>One more; completes when that is on disk.</summary>
    /// <exception cref="Abstractions.StoreRefusedException">The disk refuses: it is not counted, and must come again.</exception>
    public async Task CountAsync(DateTimeOffset at, CancellationToken ct)
    {
        await (_sum is not null && _isClosed ? TellAsync(ct) : Task.CompletedTask).ConfigureAwait(false);
        var sum = _sum is { } known ? known with { Count = known.Count + 1, To = at } : new Sum(1, at, at);
        await RememberAsync(FormattableString.Invariant($"{sum.Count}{Separator}{sum.From.ToUnixTimeMilliseconds()}{Separator}{sum.To.ToUnixTimeMilliseconds()}"), ct).ConfigureAwait(false);
        (_sum, _since, _isClosed) = (sum, _since ?? parts.Elapsed, false);
    }

    /// <summary>Time goes by: what was counted is told, what an earlier run left at once.</summary>
    public Task TickAsync(CancellationToken ct) => _sum is not null && (_isClosed || parts.Elapsed - _since >= s_every) ? TellAsync(ct) : Task.CompletedTask;

    private async Task TellAsync(CancellationToken ct)
    {
        _isClosed = true;
        await parts.Sink.EmitAsync(Reading(_sum!.Value), ct).ConfigureAwait(false);
        await RememberAsync(string.Empty, ct).ConfigureAwait(false);
        (_sum, _since) = (null, null);
    }

    private Task RememberAsync(string text, CancellationToken ct) => parts.Host.Memory?.RememberAsync(Name, text, ct) ?? Task.CompletedTask;

    private Reading Reading(Sum sum)
    {
        var told = parts.Now();
        string text = FormattableString.Invariant($"events-lost count={sum.Count} from={UtcMilliseconds.Text(sum.From)} to={UtcMilliseconds.Text(sum.To)}");
        var body = new DroneMessageBody
        {
            Vehicle = parts.Options.Gateway,
            VehicleType = Dock,
            Severity = Warning,
            Text = text,
            Flags = [Flag],
            Source = told.Source(null, parts.Options.Gateway),
        };
        return told.Reading(Lane.Event, body) with { RepeatKey = text };
    }

    private static Sum? Read(string? text) =>
        text?.Split(Separator) is [var count, var from, var to] && long.TryParse(count, out long events) && long.TryParse(from, out long first) && long.TryParse(to, out long last)
            ? new Sum(events, DateTimeOffset.FromUnixTimeMilliseconds(first), DateTimeOffset.FromUnixTimeMilliseconds(last))
            : null;

    /// <param name="Count">How many.</param>
    /// <param name="From">When the first came, by the gateway's clock.</param>
    /// <param name="To">The last.</param>
    private readonly record struct Sum(long Count, DateTimeOffset From, DateTimeOffset To);
}
