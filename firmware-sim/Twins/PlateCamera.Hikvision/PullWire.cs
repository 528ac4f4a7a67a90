using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Twins.PlateCamera.Hikvision;

/// <summary>
/// alertStream (section 3.1): the camera talks into an open stream and never learns what became of it. What finds no
/// stream waits in the backlog and is replayed, marked, after the next connection.
/// </summary>
public sealed class PullWire(
    CameraVoice voice, CameraProfile profile, AlertStreamServer server, CameraTrouble trouble, ITruthLedger ledger, TimeProvider time) : ICameraWire
{
    private readonly Queue<Passage> _backlog = new();

    public Task StartAsync(CancellationToken ct)
    {
        server.Start();
        return Task.CompletedTask;
    }

    public async Task TellAsync(Passage passage, bool waited, CancellationToken ct)
    {
        await CatchUpAsync(ct).ConfigureAwait(false);
        if (_backlog.Count > 0 || !await WriteAsync(passage, waited, ct).ConfigureAwait(false))
        {
            Keep(passage);
        }
    }

    public async Task HeartbeatAsync(CancellationToken ct)
    {
        if (server.Current is { } stream)
        {
            await stream.WriteAsync(voice.Heartbeat(time.GetUtcNow()), ct).ConfigureAwait(false);
        }
    }

    public async Task CatchUpAsync(CancellationToken ct)
    {
        while (_backlog.TryPeek(out Passage? oldest) && await WriteAsync(oldest, waited: true, ct).ConfigureAwait(false))
        {
            _backlog.Dequeue();
        }
    }

    public async Task GarbageAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (server.Current is { } stream)
        {
            await stream.WriteAsync(bytes, ct).ConfigureAwait(false);
        }
    }

    public async Task CutInsideAsync(Passage passage, CancellationToken ct)
    {
        if (server.Current is { } stream)
        {
            byte[] message = voice.Say(passage, false, trouble.ClockStep).Messages[0];
            await stream.WriteAsync(message.AsMemory(0, message.Length / 2), ct).ConfigureAwait(false);
            stream.Close();
        }
    }

    /// <summary>Closes the last part: where a length is missing or wrong, only the next boundary tells where a part ends.</summary>
    public async Task EndAsync(CancellationToken ct)
    {
        if (server.Current is { } stream)
        {
            await stream.WriteAsync(voice.Farewell(), ct).ConfigureAwait(false);
        }
    }

    public void Drop() => server.Current?.Close();

    public void GiveUp()
    {
        while (_backlog.TryDequeue(out Passage? passage))
        {
            Note(passage, TruthLine.None);
        }
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task<bool> WriteAsync(Passage passage, bool waited, CancellationToken ct)
    {
        if (server.Current is not { } stream || trouble.DownUntil(time.GetUtcNow()) > time.GetUtcNow())
        {
            return false;
        }

        CameraStatement statement = voice.Say(passage, waited, trouble.ClockStep);
        int times = new SeededRandom(~passage.Seed).Unit() < profile.DuplicateRate ? 2 : 1;
        for (int i = 0; i < times; i++)
        {
            foreach (byte[] message in statement.Messages)
            {
                if (!await stream.WriteAsync(message, ct).ConfigureAwait(false))
                {
                    return false;
                }
            }
        }

        ledger.Note(statement.Truth with { Told = TruthLine.Stream, At = time.GetUtcNow() });
        return true;
    }

    private void Keep(Passage passage)
    {
        _backlog.Enqueue(passage);
        if (_backlog.Count > profile.Backlog)
        {
            Note(_backlog.Dequeue(), TruthLine.None);
        }
    }

    private void Note(Passage passage, string told) =>
        ledger.Note(voice.Say(passage, waited: true, trouble.ClockStep).Truth with { Told = told, At = time.GetUtcNow() });
}
