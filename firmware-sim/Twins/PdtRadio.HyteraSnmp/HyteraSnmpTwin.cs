using System.Globalization;
using System.Net;
using System.Net.Sockets;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Snmp;

namespace EdgeGateway.Sim.Twins.PdtRadio.HyteraSnmp;

/// <summary>
/// A repeater that is asked over SNMP. Every round that it answered to its end stands in the ledger under the request id of
/// its first question; nothing acknowledges an answer, so it is told as a stream.
/// </summary>
public sealed class HyteraSnmpTwin : ITwin
{
    /// <summary>Every round begins with this one and ends with that one, unless somebody leaves them out.</summary>
    private const string First = "1.2.2";

    private const string Last = "4.12";

    private readonly Socket _socket;
    private readonly string _device;
    private readonly RepeaterProfile _profile;
    private readonly RepeaterObjects _objects;
    private readonly RepeaterAgent _agent;
    private readonly ITruthLedger _ledger;
    private readonly TimeProvider _time;
    private readonly HashSet<int> _told = [];
    private readonly long _begun;
    private int? _round;
    private float _temperature = 27;

    /// <param name="device">Id in the ledger.</param>
    /// <param name="listen">Port 0 takes any.</param>
    /// <param name="profile">How it behaves.</param>
    /// <param name="ledger">What it told.</param>
    /// <param name="time">For its alarms.</param>
    public HyteraSnmpTwin(string device, IPEndPoint listen, RepeaterProfile profile, ITruthLedger ledger, TimeProvider time)
    {
        (_device, _profile, _ledger, _time) = (device, profile, ledger, time);
        _objects = new RepeaterObjects(device, profile);
        _agent = new RepeaterAgent(_objects, profile);
        _begun = time.GetTimestamp();
        _socket = new Socket(listen.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        _socket.Bind(listen);
    }

    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    public int SetsRefused => _agent.SetsRefused;

    public async Task RunAsync(CancellationToken ct)
    {
        byte[] buffer = new byte[64 * 1024];
        while (!ct.IsCancellationRequested)
        {
            try
            {
                SocketReceiveFromResult got = await _socket.ReceiveFromAsync(buffer, SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), ct).ConfigureAwait(false);
                if (AgentQuestion.Read(buffer.AsSpan(0, got.ReceivedBytes)) is { } question)
                {
                    await AnswerAsync(question, got.RemoteEndPoint, ct).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException)
            {
                // Whoever asked is gone; the next one is answered.
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task AnswerAsync(AgentQuestion question, EndPoint to, CancellationToken ct)
    {
        Play(question);
        IReadOnlyList<byte[]> datagrams = _agent.Answer(question);
        foreach (byte[] datagram in datagrams)
        {
            await _socket.SendToAsync(datagram, SocketFlags.None, to, ct).ConfigureAwait(false);
        }

        if (datagrams.Count > 0 && Asks(question, Last) && _round is { } round && _told.Add(round))
        {
            Note(round);
        }
    }

    private void Play(AgentQuestion question)
    {
        foreach (AlarmStep step in _profile.Alarms.Where(step => _time.GetElapsedTime(_begun) >= step.After))
        {
            _objects.SetWhole(step.Suffix, step.Value);
        }

        if (Asks(question, First) && question.Id != _round)
        {
            _round = question.Id;
            _temperature = _temperature >= 35 ? 27 : _temperature + 0.5f;
            _objects.SetFloat(First, _temperature);
        }
    }

    private void Note(int round) => _ledger.Note(new TruthLine
    {
        Device = _device,
        NativeId = string.Create(CultureInfo.InvariantCulture, $"SNMP/{round:x8}"),
        Plate = "",
        LaneNo = 0,
        // Readings carry the gateway's time: a repeater tells none.
        Time = default,
        Kind = "site.health",
        Facts = new Dictionary<string, string> { ["model"] = "RD985", ["alias"] = _device, ["channel"] = "信道 1", ["zone"] = "Zone A" },
        Told = TruthLine.Stream,
        At = _time.GetUtcNow(),
    });

    private static bool Asks(AgentQuestion question, string suffix) =>
        question.Kind == AgentQuestion.Get && question.Names.Any(name => AgentOid.Compare(name, RepeaterObjects.Name(suffix)) == 0);
}
