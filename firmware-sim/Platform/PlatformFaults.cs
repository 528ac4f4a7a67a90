using EdgeGateway.Protocol.Mqtt;

namespace EdgeGateway.Sim.Platform;

/// <summary>Misbehaviour of the endpoint, on request and at once; safe from any thread.</summary>
public sealed class PlatformFaults
{
    private readonly Lock _lock = new();
    private readonly PlatformLinks _links;
    private int _withhold;
    private int _answer;
    private byte _reason;
    private int _forget;
    private long _matched;
    private string _forgetFilter = "#";
    private TaskCompletionSource? _halfOpen;

    internal PlatformFaults(PlatformLinks links) => _links = links;

    /// <summary>Every CONNECT is turned away like this; null: none.</summary>
    public ConnectRefusal? Refusal { get; set; }

    /// <summary>Announced in the next CONNACK and enforced; null: 100.</summary>
    public ushort? ReceiveMaximum { get; set; }

    /// <summary>Announced in the next CONNACK and enforced; null: not announced.</summary>
    public uint? MaximumPacketSize { get; set; }

    /// <summary>Announced in the next CONNACK and enforced; null: what the client asked for.</summary>
    public ushort? ServerKeepAlive { get; set; }

    /// <summary>Announced in the next CONNACK as Retain Available 0 and enforced with DISCONNECT 0x9A.</summary>
    public bool RetainRefused { get; set; }

    /// <summary>True: nothing is read and nothing written any more, the sockets stay open. False: goes on; what was to be sent meanwhile is lost.</summary>
    public bool HalfOpen
    {
        get => _halfOpen is not null;
        set
        {
            TaskCompletionSource? old;
            lock (_lock)
            {
                old = _halfOpen;
                _halfOpen = value ? old ?? new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) : null;
            }

            if (!value)
            {
                old?.TrySetResult();
            }
        }
    }

    /// <summary>The next messages with QoS 1 are taken and passed on, but not acknowledged. Default: all from now on; 0 ends it.</summary>
    public void WithholdPubAcks(int next = int.MaxValue)
    {
        lock (_lock)
        {
            _withhold = next;
        }
    }

    /// <summary>Sends every PUBACK that was withheld on a living link, oldest first, and withholds no more.</summary>
    public void ReleasePubAcks()
    {
        WithholdPubAcks(0);
        _links.Each(link => link.ReleasePubAcks());
    }

    /// <summary>
    /// The next messages with QoS 1 are answered with this reason code. From 0x80 they are not passed on. MQTT 3.1.1 has no
    /// such answer: there the link is closed, as its section 3.3.5 demands.
    /// </summary>
    public void AnswerPubAcks(byte reason, int next)
    {
        lock (_lock)
        {
            (_reason, _answer) = (reason, next);
        }
    }

    /// <summary>
    /// Every k-th message with QoS 1 under this filter is acknowledged with 0 and then dropped, as brokers do for slow or
    /// absent subscribers: neither passed on nor retained. Counting begins anew.
    /// </summary>
    /// <param name="every">1: all of them; 0 ends it.</param>
    /// <param name="filter">Topic filter.</param>
    public void ForgetEvery(int every, string filter = "#")
    {
        lock (_lock)
        {
            (_forget, _forgetFilter, _matched) = (every, filter, 0);
        }
    }

    /// <summary>Closes links without a word.</summary>
    public void Cut(string? clientId = null) => _links.Each(link => link.Close(), clientId);

    /// <summary>Sends the first half of a packet and closes.</summary>
    public void CutInsidePacket(string? clientId = null)
    {
        byte[] half = [0x30, 0x40, 0x00, 0x20, (byte)'e', (byte)'d', (byte)'g', (byte)'e'];
        _links.Each(link => link.SendLast(half), clientId);
    }

    /// <summary>Sends bytes that are not MQTT and leaves the link open.</summary>
    public void SendGarbage(ReadOnlySpan<byte> bytes, string? clientId = null)
    {
        byte[] copy = bytes.ToArray();
        _links.Each(link => link.SendRaw(copy), clientId);
    }

    /// <summary>Ends links with DISCONNECT (MQTT 5) or by closing (3.1.1): 0x8E taken over, 0x8B shutting down, ...</summary>
    public void Disconnect(byte reason, string? clientId = null) => _links.Each(link => link.Disconnect(reason), clientId);

    /// <summary>Completes while the links may be served.</summary>
    internal Task WhenServing()
    {
        lock (_lock)
        {
            return _halfOpen?.Task ?? Task.CompletedTask;
        }
    }

    internal bool Forgets(string topic)
    {
        lock (_lock)
        {
            return _forget > 0 && MqttTopic.Matches(_forgetFilter, topic) && ++_matched % _forget == 0;
        }
    }

    /// <returns>The reason code to answer with; null to answer nothing.</returns>
    internal byte? NextAnswer(byte regular)
    {
        lock (_lock)
        {
            if (_withhold > 0)
            {
                _withhold -= _withhold == int.MaxValue ? 0 : 1;
                return null;
            }

            if (_answer > 0)
            {
                _answer -= _answer == int.MaxValue ? 0 : 1;
                return _reason;
            }

            return regular;
        }
    }
}
