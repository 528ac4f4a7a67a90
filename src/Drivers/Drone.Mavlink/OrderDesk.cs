using System.Threading.Channels;
using EdgeGateway.Protocol.Mavlink.Messages;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>
/// Sends commands and waits for their acknowledgement (drone.md section 1.6): again when nothing comes, one at a time for each target and command.
/// </summary>
/// <param name="say">Sends COMMAND_LONG or COMMAND_INT.</param>
/// <param name="options">As whom, and how long is waited.</param>
/// <param name="time">Whose clock measures.</param>
/// <param name="log">Hears of progress.</param>
internal sealed class OrderDesk(IOrderVoice say, MavlinkOptions options, TimeProvider time, ILogger log)
{
    /// <summary>Most sends of one command.</summary>
    public const int MostSends = 5;

    /// <summary>One that is still under way then is not waited for.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<(MavTarget Target, ushort Command), SemaphoreSlim> _turns = [];
    private readonly Dictionary<(MavTarget Target, ushort Command), Channel<CommandAck>> _waiting = [];

    /// <summary>An acknowledgement came. One that nobody waits for is late, or a copy, and means nothing.</summary>
    public void Take(byte system, byte component, in CommandAck ack)
    {
        bool isOurs = (ack.TargetSystem == 0 || ack.TargetSystem == options.Self.System) && (ack.TargetComponent == 0 || ack.TargetComponent == options.Self.Component);
        lock (_gate)
        {
            if (isOurs && _waiting.TryGetValue((new MavTarget(system, component), ack.Command), out var waiting))
            {
                waiting.Writer.TryWrite(ack);
            }
        }
    }

    /// <summary>Sends it until it is answered.</summary>
    /// <param name="to">For whom.</param>
    /// <param name="order">What.</param>
    /// <param name="ct">Given up.</param>
    /// <param name="sends">Most sends.</param>
    /// <param name="forbids">Asked before each send, since time passes between them; a word ends it.</param>
    public async Task<MavOrderEnd> AskAsync(MavTarget to, MavOrder order, CancellationToken ct, int sends = MostSends, Func<string?>? forbids = null)
    {
        var key = (to, order.Command);
        var turn = TurnOf(key);
        await turn.WaitAsync(ct).ConfigureAwait(false);
        var acks = Channel.CreateBounded<CommandAck>(new BoundedChannelOptions(8) { FullMode = BoundedChannelFullMode.DropOldest });
        Set(key, acks);
        try
        {
            return await TalkAsync(to, order, acks.Reader, sends, forbids, ct).ConfigureAwait(false);
        }
        finally
        {
            Set(key, null);
            turn.Release();
        }
    }

    private async Task<MavOrderEnd> TalkAsync(MavTarget to, MavOrder order, ChannelReader<CommandAck> acks, int most, Func<string?>? forbids, CancellationToken ct)
    {
        bool asInt = order.Place is not null;
        bool hasChanged = false;
        byte confirmation = 0;
        while (confirmation < most)
        {
            if (forbids?.Invoke() is { } forbidden)
            {
                return new MavOrderEnd(null, confirmation, false, forbidden);
            }

            if (!await say.OrderAsync(to, order, asInt ? null : confirmation, ct).ConfigureAwait(false) && confirmation == 0)
            {
                return new MavOrderEnd(null, 0, false, LinkFaults.NoRoute);
            }

            confirmation++;
            if (await NextAsync(acks, options.Patience.Ack, ct).ConfigureAwait(false) is not { } ack)
            {
                continue;
            }

            if (ack.Result == MavResults.InProgress)
            {
                return await FollowAsync(to, ack, acks, confirmation, ct).ConfigureAwait(false);
            }

            if (hasChanged || order.Place is not null || ack.Result != (asInt ? MavResults.LongOnly : MavResults.IntOnly))
            {
                return new MavOrderEnd(ack.Result, confirmation, false);
            }

            // It was not carried out: in the other carrier it is a new request.
            (asInt, hasChanged, confirmation) = (!asInt, true, 0);
        }

        return new MavOrderEnd(null, confirmation, false);
    }

    /// <summary>Each word that it is under way is worth a longer wait, up to a bound: who chatters, or forges, would hold the turn for ever.</summary>
    private async Task<MavOrderEnd> FollowAsync(MavTarget to, CommandAck first, ChannelReader<CommandAck> acks, int sent, CancellationToken ct)
    {
        CommandAck? ack = first;
        long began = time.GetTimestamp();
        while (ack is { Result: MavResults.InProgress } under && time.GetElapsedTime(began) < s_longest)
        {
            MavlinkLog.Progress(log, to.System, under.Command, under.Progress <= 100 ? under.Progress : -1);
            ack = await NextAsync(acks, options.Patience.Progress, ct).ConfigureAwait(false);
        }

        return new MavOrderEnd(ack is { Result: not MavResults.InProgress } end ? end.Result : null, sent, true);
    }

    private async Task<CommandAck?> NextAsync(ChannelReader<CommandAck> acks, TimeSpan patience, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            return await acks.ReadAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }

    private SemaphoreSlim TurnOf((MavTarget, ushort) key)
    {
        lock (_gate)
        {
            return _turns.TryGetValue(key, out var turn) ? turn : _turns[key] = new SemaphoreSlim(1, 1);
        }
    }

    private void Set((MavTarget, ushort) key, Channel<CommandAck>? acks)
    {
        lock (_gate)
        {
            if (acks is null)
            {
                _waiting.Remove(key);
            }
            else
            {
                _waiting[key] = acks;
            }
        }
    }
}

/// <summary>What carries commands.</summary>
internal interface IOrderVoice
{
    /// <param name="to">For whom.</param>
    /// <param name="order">What.</param>
    /// <param name="confirmation">How often it was sent before, in COMMAND_LONG; null: in COMMAND_INT, which does not say.</param>
    /// <param name="ct">Given up.</param>
    /// <returns>False when it did not leave this gateway.</returns>
    Task<bool> OrderAsync(MavTarget to, MavOrder order, byte? confirmation, CancellationToken ct);
}
