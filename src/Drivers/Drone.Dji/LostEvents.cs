using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>
/// Events that were too many and that nobody brings again: how many, and from when to when, is on disk before the broker hears that one was taken, and is told
/// as a reading. It is written down ahead, so that a flood holds up what waits behind it by few commits: what a crash leaves may count twice as many, and
/// at most 63 too many, never fewer. Not for two callers at one time.
/// </summary>
internal sealed class LostEvents(DeskParts parts)
{
    /// <summary>Flag: events of the device are missing before this one.</summary>
    public const string Flag = "EVENTS_LOST";

    private const string Name = "lost-events";
    private const string Dock = "dock";
    private const char Separator = ' ';
    private const int Warning = 4;
    private const int MostAhead = 64;

    /// <summary>A flood is told as some sums, not as a second flood.</summary>
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(10);

    private Sum? _sum = Read(parts.Host.Memory?.Recall(Name));

    /// <summary>What is written down; null when that is not sure.</summary>
    private Sum? _written;
    private TimeSpan? _since;

    /// <summary>It may have been told: it must not grow any more, or what is told again would not be known for a repeat.</summary>
    private bool _isClosed = true;

    /// <summary>One more; completes when at least that many are on disk.</summary>
    /// <exception cref="Abstractions.StoreRefusedException">The disk refuses: it is not counted, and must come again.</exception>
    public async Task CountAsync(DateTimeOffset at, CancellationToken ct)
    {
        await (_sum is not null && _isClosed ? TellAsync(ct) : Task.CompletedTask).ConfigureAwait(false);
        var sum = _sum is { } known ? known with { Count = known.Count + 1, To = at } : new Sum(1, at, at);
        if (_written is null || _written.Value.Count < sum.Count)
        {
            await WriteAsync(sum with { Count = sum.Count + Math.Min(sum.Count, MostAhead) - 1 }, ct).ConfigureAwait(false);
        }

        (_sum, _since, _isClosed) = (sum, _since ?? parts.Elapsed, false);
    }

    /// <summary>Time goes by: what was counted is told, what an earlier run left at once.</summary>
    public Task TickAsync(CancellationToken ct) => _sum is not null && (_isClosed || parts.Elapsed - _since >= s_every) ? TellAsync(ct) : Task.CompletedTask;

    private async Task TellAsync(CancellationToken ct)
    {
        // What is told again after a crash must be the same.
        var sum = _sum!.Value;
        await (_isClosed || _written == sum ? Task.CompletedTask : WriteAsync(sum, ct)).ConfigureAwait(false);
        _isClosed = true;
        await parts.Sink.EmitAsync(Reading(sum), ct).ConfigureAwait(false);
        await WriteAsync(null, ct).ConfigureAwait(false);
        (_sum, _since) = (null, null);
    }

    private async Task WriteAsync(Sum? sum, CancellationToken ct)
    {
        _written = null;
        string text = sum is { } one ? FormattableString.Invariant($"{one.Count}{Separator}{one.From.ToUnixTimeMilliseconds()}{Separator}{one.To.ToUnixTimeMilliseconds()}") : string.Empty;
        await (parts.Host.Memory?.RememberAsync(Name, text, ct) ?? Task.CompletedTask).ConfigureAwait(false);
        _written = sum;
    }

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
