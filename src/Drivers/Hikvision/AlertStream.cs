using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.HttpDevice;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Hikvision;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Hikvision;

/// <summary>An open alertStream, as items, with an eye on silence (section 9, F2 and F3).</summary>
internal sealed class AlertStream(HttpPullResponse answer, TimeSpan idle, TimeProvider time) : IDisposable
{
    /// <summary>After this much quiet an event is taken as complete: the next boundary may come only with the next vehicle.</summary>
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(1);

    /// <summary>Unless a picture has stopped half-way, as it does on a slow link.</summary>
    private static readonly TimeSpan s_longQuiet = TimeSpan.FromSeconds(10);

    /// <summary>So many limits of silence without anything that makes sense end the stream too, though bytes come (F2): a picture on a slow link has that long.</summary>
    private const int LimitsWithoutSense = 4;

    /// <summary>More bytes than this that wait are the beginning of a picture.</summary>
    private const int SmallRest = 1024;

    private readonly IsapiConversation _conversation = new(answer.ContentType);
    private readonly WatchedReader _reader = new(answer.Body, time);
    private readonly HeartbeatRhythm _rhythm = new(idle);
    private long _understood = time.GetTimestamp();
    private bool _ended;

    /// <summary>Opens with the path that worked last, then with the other one.</summary>
    public static async Task<AlertStream> OpenAsync(IHttpPull http, HttpPeer peer, AlertStreamPath paths, TimeSpan idle, TimeProvider time, CancellationToken ct)
    {
        DeviceFaultException? refusal = null;
        foreach (string path in paths.InOrder)
        {
            var answer = await http.OpenAsync(peer.Request(path), ct).ConfigureAwait(false);
            refusal = await RefusalAsync(answer, ct).ConfigureAwait(false);
            if (refusal is null)
            {
                paths.Worked(path);
                return new AlertStream(answer, idle, time);
            }

            if (answer.Status != 404)
            {
                break;
            }
        }

        throw refusal!;
    }

    /// <returns>The next item; <see cref="IsapiItemKind.End"/> when the device ended the stream.</returns>
    /// <exception cref="DeviceFaultException"><c>Silent</c>, or the link broke.</exception>
    public async ValueTask<IsapiItem> NextAsync(CancellationToken ct)
    {
        IsapiItem item;
        while (!_conversation.TryRead(out item))
        {
            if (_ended)
            {
                return new IsapiItem(IsapiItemKind.End);
            }

            await ListenAsync(ct).ConfigureAwait(false);
        }

        _understood = time.GetTimestamp();
        if (item.Kind == IsapiItemKind.Heartbeat)
        {
            _rhythm.Heard(time.GetElapsedTime(0, _understood));
        }

        return item;
    }

    public void Dispose() => answer.Dispose();

    private static async ValueTask<DeviceFaultException?> RefusalAsync(HttpPullResponse answer, CancellationToken ct)
    {
        var refusal = await AlertStreamRefusal.ReadAsync(answer, ct).ConfigureAwait(false);
        if (refusal is not null)
        {
            answer.Dispose();
        }

        return refusal;
    }

    private async ValueTask ListenAsync(CancellationToken ct)
    {
        var bytes = await _reader.ReadAsync(s_quiet, ct).ConfigureAwait(false);
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
        if (without > LimitsWithoutSense * _rhythm.Limit)
        {
            throw new DeviceFaultException(FaultKind.Silent, $"Bytes come, but neither an event nor a heartbeat for {without.TotalSeconds:0} s.");
        }
    }

    private void ThrowIfSilent()
    {
        if (_reader.Silence > _rhythm.Limit)
        {
            throw new DeviceFaultException(FaultKind.Silent, $"The stream is open but nothing came for {_reader.Silence.TotalSeconds:0} s.");
        }
    }
}
