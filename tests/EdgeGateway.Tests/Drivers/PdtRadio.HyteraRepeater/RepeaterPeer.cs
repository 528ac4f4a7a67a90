using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using EdgeGateway.Drivers.PdtRadio.HyteraRepeater;
using EdgeGateway.Protocol.Hytera;

namespace EdgeGateway.Tests.Drivers.PdtRadio.HyteraRepeater;

/// <summary>One port of a hand-made repeater on a real socket of the loopback.</summary>
internal sealed class RepeaterPeer : IAsyncDisposable
{
    public const uint Device = 99_999;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly ConcurrentQueue<HeardDatagram> _heard = new();
    private readonly ConcurrentDictionary<ushort, bool> _acknowledged = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _listening;
    private IPEndPoint? _gateway;
    private int _number;

    public RepeaterPeer()
    {
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Port = ((IPEndPoint)_socket.LocalEndPoint!).Port;
        _listening = ListenAsync();
    }

    public int Port { get; }

    /// <summary>What comes back to a connect; null nothing. Default an acknowledgement with our options.</summary>
    public Func<HeardDatagram, byte[]?> AnswersConnect { get; set; } = heard => RadioBytes.Hstrp(0x25, heard.Number, RadioBytes.From(Device, 1));

    public bool AnswersHeartbeats { get; set; } = true;

    /// <summary>Whether data of the gateway gets its acknowledgement.</summary>
    public Func<HeardDatagram, bool> Acknowledges { get; set; } = _ => true;

    /// <summary>What it says to data of the gateway.</summary>
    public Func<HeardDatagram, byte[]?> Answers { get; set; } = _ => null;

    public IReadOnlyCollection<HeardDatagram> Heard => _heard;

    public IEnumerable<HeardDatagram> Data => _heard.Where(heard => heard.IsData);

    /// <summary>Data of ours that the gateway has acknowledged.</summary>
    public int Acknowledged => _acknowledged.Count;

    public bool HasAcknowledged(ushort number) => _acknowledged.ContainsKey(number);

    public HstrpPlace PlaceOf(HdapService service, int slot = 1) => new(service, slot, Port, 0);

    /// <summary>Sends a message under a new number.</summary>
    public ushort Say(byte[] message, byte slot = 1)
    {
        ushort number = (ushort)Interlocked.Increment(ref _number);
        SayRaw(RadioBytes.Hstrp(0x20, number, RadioBytes.From(Device, slot), message));
        return number;
    }

    public void SayRaw(byte[] datagram) => _socket.SendTo(datagram, _gateway!);

    /// <summary>The same from another port, as through a translator that forgot the old one.</summary>
    public void SayFromElsewhere(byte[] datagram, Socket other) => other.SendTo(datagram, _gateway!);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
    }

    private async Task ListenAsync()
    {
        var buffer = new byte[4096];
        while (true)
        {
            var got = await _socket.ReceiveFromAsync(buffer, SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), _stop.Token);
            _gateway = (IPEndPoint)got.RemoteEndPoint;
            var heard = HeardDatagram.Of(buffer.AsSpan(0, got.ReceivedBytes));
            _heard.Enqueue(heard);
            Take(heard);
        }
    }

    private void Take(HeardDatagram heard)
    {
        if (heard.IsAck)
        {
            _acknowledged.TryAdd(heard.Number, true);
        }
        else if (heard.IsHeartbeat)
        {
            Say(AnswersHeartbeats ? RadioBytes.Hstrp(0x02, 0) : null);
        }
        else if (heard.IsConnect)
        {
            Say(AnswersConnect(heard));
        }
        else if (heard.IsData && Acknowledges(heard))
        {
            Say(RadioBytes.Hstrp(0x01, heard.Number));
            if (Answers(heard) is { } answer)
            {
                Say(answer, slot: 1);
            }
        }
    }

    private void Say(byte[]? datagram)
    {
        if (datagram is not null)
        {
            SayRaw(datagram);
        }
    }
}
