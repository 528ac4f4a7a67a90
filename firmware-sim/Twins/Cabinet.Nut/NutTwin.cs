using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using EdgeGateway.Sim.Cabinets;

namespace EdgeGateway.Sim.Twins.Cabinet.Nut;

/// <summary>A server of Network UPS Tools. What it knows is asked when the gateway likes: only lost mains that stand for a while are promised in the ledger.</summary>
public sealed class NutTwin : ITwin
{
    private const string MainsLost = "mains-lost";

    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(100);

    private readonly Socket _listener;
    private readonly Queue<NutEvent> _events;
    private readonly bool _slow;
    private readonly DeviceTrouble _trouble;
    private readonly DateTimeOffset _end;
    private readonly TimeProvider _time;
    private readonly CabinetWitness? _witness;
    private readonly IReadOnlyList<string> _ups;
    private readonly ConcurrentDictionary<Socket, Task> _links = new();

    /// <param name="listen">Port 0 takes any.</param>
    /// <param name="profile">What it has and does.</param>
    /// <param name="trouble">What is wrong with it right now.</param>
    /// <param name="end">When it stops by itself.</param>
    /// <param name="time">Clock.</param>
    /// <param name="witness">Tells the ledger; null: nobody wants to know.</param>
    public NutTwin(IPEndPoint listen, NutProfile profile, DeviceTrouble trouble, DateTimeOffset end, TimeProvider time, CabinetWitness? witness = null)
    {
        (_witness, _ups) = (witness, profile.Ups);
        (_trouble, _end, _time, _slow) = (trouble, end, time, profile.Faults.ByteByByte);
        _events = new Queue<NutEvent>(profile.Events.OrderBy(one => one.After));
        Desk = new NutDesk(profile);
        _listener = new Socket(listen.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        _listener.Bind(listen);
        _listener.Listen();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    public NutDesk Desk { get; }

    public async Task RunAsync(CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        Task accepting = AcceptAsync(over.Token);
        long begun = _time.GetTimestamp();
        try
        {
            while (_time.GetUtcNow() < _end)
            {
                while (_events.TryPeek(out var next) && _time.GetElapsedTime(begun) >= next.After)
                {
                    Desk.Set(next.Ups, next.Variable, next.Value);
                    _events.Dequeue();
                }

                CutIfDown();
                Witness();
                await Task.Delay(s_tick, _time, ct).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Asked to stop: an orderly end.
        }

        _witness?.End();
        await over.CancelAsync().ConfigureAwait(false);
        await accepting.ConfigureAwait(false);
        await Task.WhenAll(_links.Values).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Witness()
    {
        if (_witness is not { } witness)
        {
            return;
        }

        foreach (string ups in _ups)
        {
            witness.Watch(MainsLost, ups);
            if (Desk.OnBattery(ups) is { } alone)
            {
                witness.Turn(MainsLost, ups, alone);
            }
        }

        witness.Look(ups => !IsDown && _trouble.SilentUntil() <= _time.GetUtcNow() && Desk.CanBeRead(ups));
    }

    private void CutIfDown()
    {
        foreach (Socket link in IsDown ? [.. _links.Keys] : Array.Empty<Socket>())
        {
            link.Dispose();
        }
    }

    private bool IsDown => _trouble.DownUntil(_time.GetUtcNow()) > _time.GetUtcNow();

    private async Task AcceptAsync(CancellationToken ct)
    {
        try
        {
            while (true)
            {
                Socket link = await _listener.AcceptAsync(ct).ConfigureAwait(false);
                link.NoDelay = true;
                if (IsDown)
                {
                    link.Dispose();
                    continue;
                }

                _links[link] = ServeAsync(link, ct);
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    private async Task ServeAsync(Socket link, CancellationToken ct)
    {
        await Task.Yield();
        var visitor = new NutVisitor();
        try
        {
            await using var stream = new NetworkStream(link, ownsSocket: true);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            while (await reader.ReadLineAsync(ct).ConfigureAwait(false) is { } line)
            {
                await SayAsync(stream, Desk.Answer(line, visitor), ct).ConfigureAwait(false);
                if (line == "LOGOUT")
                {
                    break;
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // Whoever asked is gone, or was cut off.
        }
        finally
        {
            _links.TryRemove(link, out _);
        }
    }

    private async Task SayAsync(NetworkStream stream, string answer, CancellationToken ct)
    {
        while (_trouble.SilentUntil() > _time.GetUtcNow())
        {
            await Task.Delay(s_tick, _time, ct).ConfigureAwait(false);
        }

        byte[] bytes = Encoding.UTF8.GetBytes((_trouble.TakeGarbage() ? "\u0001\u0002 nonsense\n" : string.Empty) + answer);
        if (_trouble.TakeCut())
        {
            await stream.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), ct).ConfigureAwait(false);
            throw new IOException("cut inside an answer");
        }

        for (int at = 0; at < bytes.Length; at += _slow ? 1 : bytes.Length)
        {
            await stream.WriteAsync(bytes.AsMemory(at, _slow ? 1 : bytes.Length), ct).ConfigureAwait(false);
        }
    }
}
