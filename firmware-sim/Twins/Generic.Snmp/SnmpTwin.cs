using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Snmp;

namespace EdgeGateway.Sim.Twins.Generic.Snmp;

/// <summary>A printer or a switch that is asked over SNMP. Of what it knows only that is promised in the ledger that stood while it was asked again and again.</summary>
public sealed class SnmpTwin : ITwin
{
    private const int V2c = 1;

    /// <summary>With it every round begins.</summary>
    private static readonly uint[] s_upTime = AgentOid.Parse("1.3.6.1.2.1.1.3.0");

    private readonly Socket _socket;
    private readonly AgentTree _tree = new();
    private readonly IAgentDevice _device;
    private readonly ConcurrentQueue<(string What, int Value)> _happened = new();
    private readonly Queue<SnmpTwinEvent> _events;
    private readonly ShownBook _book;
    private readonly long _count;
    private int? _roundId;
    private readonly DeviceTrouble _trouble;
    private readonly DateTimeOffset _end;
    private readonly TimeProvider _time;
    private readonly long _begun;

    /// <param name="device">Its name.</param>
    /// <param name="listen">Port 0 takes any.</param>
    /// <param name="profile">What it has and does.</param>
    /// <param name="trouble">What is wrong with it right now.</param>
    /// <param name="end">When it stops by itself.</param>
    /// <param name="ledger">Where it notes how it was.</param>
    /// <param name="time">Clock.</param>
    /// <param name="count">It stops when it was seen in so many states, or in the last that its events lead to; each event then waits until the state before was seen.</param>
    public SnmpTwin(string device, IPEndPoint listen, SnmpTwinProfile profile, DeviceTrouble trouble, DateTimeOffset end, ITruthLedger ledger, TimeProvider time, long count = long.MaxValue)
    {
        (_book, _count) = (new ShownBook(device, ledger, time), count);
        (_trouble, _end, _time, _begun) = (trouble, end, time, time.GetTimestamp());
        _events = new Queue<SnmpTwinEvent>(profile.Events.OrderBy(one => one.After));
        _device = profile.IsSwitch ? new SimSwitch(_tree, device, profile) : new SimPrinter(_tree, device);
        Agent = new SnmpAgent(_tree, profile.Faults, profile.Community);
        _socket = new Socket(listen.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        _socket.Bind(listen);
    }

    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    public SnmpAgent Agent { get; }

    /// <summary>As <see cref="SnmpTwinEvent"/>, now; seen with the next question.</summary>
    public void Happen(string what, int value) => _happened.Enqueue((what, value));

    public async Task RunAsync(CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var left = _end - _time.GetUtcNow();
        using var end = left > TimeSpan.Zero && left < TimeSpan.FromDays(40) ? new CancellationTokenSource(left, _time) : new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(over.Token, end.Token);
        byte[] buffer = new byte[64 * 1024];
        while (!stop.IsCancellationRequested)
        {
            try
            {
                SocketReceiveFromResult got = await _socket.ReceiveFromAsync(buffer, SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), stop.Token).ConfigureAwait(false);
                if (AgentQuestion.Read(buffer.AsSpan(0, got.ReceivedBytes), V2c) is { } question && !IsSilent)
                {
                    await AnswerAsync(question, got.RemoteEndPoint, stop.Token).ConfigureAwait(false);
                }

                if (IsOver)
                {
                    return;
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

    private bool IsSilent => _trouble.DownUntil(_time.GetUtcNow()) > _time.GetUtcNow() || _trouble.SilentUntil() > _time.GetUtcNow();

    private bool IsCounted => _count != long.MaxValue;

    private bool IsOver => IsCounted && _book.IsSeen && (_book.Shown >= _count || _events.Count == 0);

    private async Task AnswerAsync(AgentQuestion question, EndPoint to, CancellationToken ct)
    {
        Play();
        if (_trouble.TakeGarbage())
        {
            await _socket.SendToAsync((byte[])[0x30, 0x84, 0xFF, 0xFF], SocketFlags.None, to, ct).ConfigureAwait(false);
        }

        IReadOnlyList<byte[]> answers = Agent.Answer(question);
        if (answers.Count > 0 && question.Id != _roundId && question.Names.Any(static name => name.SequenceEqual(s_upTime)))
        {
            // Who repeats a question keeps its number.
            _roundId = question.Id;
            _book.Begin(_device.Shows);
        }

        foreach (byte[] datagram in answers)
        {
            byte[] sent = _trouble.TakeCut() ? datagram[..(datagram.Length / 2)] : datagram;
            await _socket.SendToAsync(sent, SocketFlags.None, to, ct).ConfigureAwait(false);
        }
    }

    private void Play()
    {
        TimeSpan now = _time.GetElapsedTime(_begun);
        while (_events.TryPeek(out SnmpTwinEvent? next) && now >= next.After && (!IsCounted || _book.IsSeen))
        {
            Happen(next);
            _events.Dequeue();
        }

        while (_happened.TryDequeue(out var one))
        {
            Happen(new SnmpTwinEvent(now, one.What, one.Value));
        }

        _device.Tick(now);
    }

    private void Happen(SnmpTwinEvent one)
    {
        _book.Change(_device.Shows);
        _device.Happen(one.What, one.Value);
    }
}
