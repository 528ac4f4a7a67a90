using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Multipart;

namespace EdgeGateway.Drivers.HttpDevice;

/// <summary>An open endless answer, as items, with an eye on silence: a total time-out would cut healthy streams (plate-camera.md section 9, F2 and F3).</summary>
/// <typeparam name="TItem">What is found.</typeparam>
/// <param name="answer">The link.</param>
/// <param name="conversation">From its bytes to items.</param>
/// <param name="rhythm">How long a silence is too long.</param>
/// <param name="time">Clock.</param>
internal sealed class EventStream<TItem>(HttpPullResponse answer, EventConversation<TItem> conversation, HeartbeatRhythm rhythm, TimeProvider time) : IDisposable
    where TItem : struct, IEventItem
{
    /// <summary>After this much quiet an event is taken as complete: the next boundary may come only with the next event or heartbeat.</summary>
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(1);

    /// <summary>Unless a picture has stopped half-way, as it does on a slow link.</summary>
    private static readonly TimeSpan s_longQuiet = TimeSpan.FromSeconds(10);

    /// <summary>So many limits of silence without anything that makes sense end the stream too, though bytes come (F2): a picture on a slow link has that long.</summary>
    private const int LimitsWithoutSense = 4;

    /// <summary>More bytes than this that wait are the beginning of a picture.</summary>
    private const int SmallRest = 1024;

    private readonly WatchedReader _reader = new(answer.Body, time);
    private long _understood = time.GetTimestamp();
    private bool _ended;
    private DeviceFaultException? _broken;

    /// <returns>The next item; null when the device ended the stream.</returns>
    /// <exception cref="DeviceFaultException"><c>Silent</c>, or the link broke.</exception>
    public async ValueTask<TItem?> NextAsync(CancellationToken ct)
    {
        TItem item;
        while (!conversation.TryRead(out item))
        {
            if (_ended)
            {
                return _broken is null ? null : throw _broken;
            }

            await ListenAsync(ct).ConfigureAwait(false);
        }

        _understood = item.Fault is null ? time.GetTimestamp() : _understood;
        if (item.IsHeartbeat)
        {
            rhythm.Heard(time.GetElapsedTime(0, _understood));
        }

        return item;
    }

    public void Dispose() => answer.Dispose();

    private async ValueTask ListenAsync(CancellationToken ct)
    {
        ReadOnlyMemory<byte>? bytes;
        try
        {
            bytes = await _reader.ReadAsync(s_quiet, ct).ConfigureAwait(false);
        }
        catch (DeviceFaultException broken)
        {
            // What came before the break is not lost with it.
            (_broken, bytes) = (broken, ReadOnlyMemory<byte>.Empty);
        }

        Take(bytes);
    }

    private void Take(ReadOnlyMemory<byte>? bytes)
    {
        if (bytes is not { } some)
        {
            if (conversation.Buffered < SmallRest || _reader.Silence > s_longQuiet)
            {
                conversation.Flush();
            }

            ThrowIfSilent();
        }
        else if (some.IsEmpty)
        {
            _ended = true;
            conversation.Complete();
        }
        else
        {
            conversation.Append(some.Span);
            ThrowIfSenseless();
        }
    }

    private void ThrowIfSenseless()
    {
        var without = time.GetElapsedTime(_understood);
        if (without > LimitsWithoutSense * rhythm.Limit && without > s_longQuiet * LimitsWithoutSense)
        {
            throw new DeviceFaultException(FaultKind.Silent, $"Bytes come, but neither an event nor a heartbeat for {without.TotalSeconds:0} s.");
        }
    }

    private void ThrowIfSilent()
    {
        if (_reader.Silence > rhythm.Limit)
        {
            throw new DeviceFaultException(FaultKind.Silent, $"The stream is open but nothing came for {_reader.Silence.TotalSeconds:0} s.");
        }
    }
}
