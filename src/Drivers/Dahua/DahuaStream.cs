using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Dahua;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Dahua;

/// <summary>An open attach, as items, with an eye on silence: a total time-out would cut healthy streams (plate-camera.md section 9, F2 and F3).</summary>
internal sealed class DahuaStream(HttpPullResponse answer, TimeSpan heartbeat, TimeProvider time) : IDisposable
{
    /// <summary>After this much quiet an event is taken as complete: the next boundary may come only with the next heartbeat.</summary>
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(1);

    /// <summary>Unless a picture has stopped half-way, as it does on a slow link.</summary>
    private static readonly TimeSpan s_longQuiet = TimeSpan.FromSeconds(10);

    /// <summary>So many limits without anything that makes sense end the stream too, though bytes come.</summary>
    private const int LimitsWithoutSense = 4;

    /// <summary>More bytes than this that wait are the beginning of a picture.</summary>
    private const int SmallRest = 1024;

    private readonly DahuaConversation _conversation = new(answer.ContentType);
    private readonly WatchedReader _reader = new(answer.Body, time);
    private readonly HeartbeatLimit _limit = new(heartbeat);
    private long _understood = time.GetTimestamp();
    private bool _ended;
    private DeviceFaultException? _broken;

    /// <exception cref="DeviceFaultException">The device cannot be talked to, or refuses.</exception>
    public static async Task<DahuaStream> OpenAsync(DahuaAccess access, DahuaAttach attach, TimeProvider time, CancellationToken ct)
    {
        var answer = await access.OpenAsync(attach.PathAndQuery, ct).ConfigureAwait(false);
        if (DahuaRefusal.OfStream(answer) is { } refusal)
        {
            answer.Dispose();
            throw refusal;
        }

        return new DahuaStream(answer, attach.Heartbeat, time);
    }

    /// <returns>The next item; <see cref="DahuaItemKind.End"/> when the device ended the stream.</returns>
    /// <exception cref="DeviceFaultException"><c>Silent</c>, or the link broke.</exception>
    public async ValueTask<DahuaItem> NextAsync(CancellationToken ct)
    {
        DahuaItem item;
        while (!_conversation.TryRead(out item))
        {
            if (_ended)
            {
                return _broken is null ? new DahuaItem(DahuaItemKind.End) : throw _broken;
            }

            await ListenAsync(ct).ConfigureAwait(false);
        }

        _understood = item.Kind == DahuaItemKind.Fault ? _understood : time.GetTimestamp();
        if (item.Kind == DahuaItemKind.Heartbeat)
        {
            _limit.Heard(time.GetElapsedTime(0, _understood));
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
            if (_conversation.Buffered < SmallRest || _reader.Silence > s_longQuiet)
            {
                _conversation.Flush();
            }

            ThrowIfSilent();
        }
        else if (some.IsEmpty)
        {
            _ended = true;
            _conversation.Complete();
        }
        else
        {
            _conversation.Append(some.Span);
            ThrowIfSenseless();
        }
    }

    private void ThrowIfSenseless()
    {
        var without = time.GetElapsedTime(_understood);
        if (without > LimitsWithoutSense * _limit.Silence && without > s_longQuiet * LimitsWithoutSense)
        {
            throw new DeviceFaultException(FaultKind.Silent, $"Bytes come, but neither an event nor a heartbeat for {without.TotalSeconds:0} s.");
        }
    }

    private void ThrowIfSilent()
    {
        if (_reader.Silence > _limit.Silence)
        {
            throw new DeviceFaultException(FaultKind.Silent, $"The stream is open but nothing came for {_reader.Silence.TotalSeconds:0} s.");
        }
    }
}
