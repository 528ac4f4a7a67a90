using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Twins.PlateCamera.Dahua;

/// <summary>
/// Either attach (plate-camera.md section 4.1): the camera talks into an open stream and never learns what became of it.
/// What finds no stream is replayed after the next attach, or lies on the card until it is searched for.
/// </summary>
public sealed class DahuaStreamWire(
    DahuaVoice voice, CameraProfile profile, DahuaProfile own, DahuaCameraServer server, DahuaFiles files, CameraTrouble trouble, ITruthLedger ledger, TimeProvider time) : ICameraWire
{
    private static readonly TimeSpan s_late = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan s_settled = TimeSpan.FromMilliseconds(150);

    private readonly Queue<Passage> _backlog = new();
    private DateTimeOffset _lastMissed;

    public Task StartAsync(CancellationToken ct)
    {
        server.Start();
        return Task.CompletedTask;
    }

    public async Task TellAsync(Passage passage, bool waited, CancellationToken ct)
    {
        if (IsMissed(passage))
        {
            Keep(passage);
            return;
        }

        await CatchUpAsync(ct).ConfigureAwait(false);
        if (_backlog.Count > 0 || !await WriteAsync(passage, ct).ConfigureAwait(false))
        {
            Keep(passage);
        }
    }

    public async Task HeartbeatAsync(CancellationToken ct)
    {
        if (server.Current is { } open)
        {
            await open.Stream.WriteAsync(DahuaVoice.Heartbeat, ct).ConfigureAwait(false);
        }
    }

    public async Task CatchUpAsync(CancellationToken ct)
    {
        server.Closed &= time.GetUtcNow() - _lastMissed < s_settled;
        while (_backlog.TryPeek(out Passage? oldest) && await WriteAsync(oldest, ct).ConfigureAwait(false))
        {
            _backlog.Dequeue();
        }
    }

    public async Task GarbageAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (server.Current is { } open)
        {
            await open.Stream.WriteAsync(bytes, ct).ConfigureAwait(false);
        }
    }

    public async Task CutInsideAsync(Passage passage, CancellationToken ct)
    {
        if (server.Current is { } open)
        {
            byte[] message = voice.OnStream(passage, open.Pictures, trouble.ClockStep).Messages[0];
            await open.Stream.WriteAsync(message.AsMemory(0, message.Length / 2), ct).ConfigureAwait(false);
            open.Stream.Close();
        }
    }

    /// <summary>Closes the last part: where a length is missing or wrong, only the next boundary tells where a part ends.</summary>
    public async Task EndAsync(CancellationToken ct)
    {
        if (server.Current is { } open)
        {
            await open.Stream.WriteAsync(DahuaVoice.Farewell, ct).ConfigureAwait(false);
        }
    }

    public void Drop()
    {
        server.Current?.Stream.Close();
        (server.Closed, _lastMissed) = (own.KeepsFiles, time.GetUtcNow());
    }

    public void GiveUp()
    {
        foreach (Passage passage in _backlog.Concat(files.TakeAll()))
        {
            Note(passage, TruthLine.None);
        }
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    // Whoever passed while the link was away lies on the card before anybody may attach again.
    private bool IsMissed(Passage passage)
    {
        bool missed = server.Closed && time.GetUtcNow() - passage.At > s_late;
        server.Closed &= missed;
        _lastMissed = missed ? time.GetUtcNow() : _lastMissed;
        return missed;
    }

    private async Task<bool> WriteAsync(Passage passage, CancellationToken ct)
    {
        if (server.Current is not { } open || trouble.DownUntil(time.GetUtcNow()) > time.GetUtcNow())
        {
            return false;
        }

        CameraStatement statement = voice.OnStream(passage, open.Pictures, trouble.ClockStep);
        int times = new SeededRandom(~passage.Seed).Unit() < profile.DuplicateRate ? 2 : 1;
        for (int i = 0; i < times; i++)
        {
            if (!await open.Stream.WriteAsync(statement.Messages[0], ct).ConfigureAwait(false))
            {
                return false;
            }
        }

        if (own.KeepsFiles)
        {
            files.Keep(passage, profile.Backlog, told: true);
        }

        ledger.Note(statement.Truth with { Told = TruthLine.Stream, At = time.GetUtcNow() });
        return true;
    }

    private void Keep(Passage passage)
    {
        if (own.KeepsFiles)
        {
            files.Keep(passage, profile.Backlog, told: false);
            return;
        }

        _backlog.Enqueue(passage);
        if (_backlog.Count > profile.Backlog)
        {
            Note(_backlog.Dequeue(), TruthLine.None);
        }
    }

    private void Note(Passage passage, string told) =>
        ledger.Note(voice.OnStream(passage, pictures: true, trouble.ClockStep).Truth with { Told = told, At = time.GetUtcNow() });
}
