using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Http;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Twins.PlateCamera.Hikvision;

/// <summary>HTTP listening (section 3.2): the camera posts to the gateway and trusts nothing but a 200.</summary>
public sealed class PushWire(CameraVoice voice, CameraProfile profile, Uri target, CameraTrouble trouble, ITruthLedger ledger, TimeProvider time)
    : ICameraWire
{
    private readonly PostLink _link = new(target);

    public Task StartAsync(CancellationToken ct) => Task.CompletedTask;

    public async Task TellAsync(Passage passage, bool waited, CancellationToken ct)
    {
        CameraStatement statement = voice.Say(passage, waited, trouble.ClockStep);
        string told = await SendAsync(statement, ct).ConfigureAwait(false);
        ledger.Note(statement.Truth with { Told = told, At = time.GetUtcNow() });
        if (told == TruthLine.Ok && new SeededRandom(~passage.Seed).Unit() < profile.DuplicateRate)
        {
            await SendAsync(statement, ct).ConfigureAwait(false);
        }
    }

    public async Task HeartbeatAsync(CancellationToken ct)
    {
        try
        {
            await AttemptAsync(voice.Heartbeat(time.GetUtcNow()), ct).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The next passage finds out whether the gateway is there.
        }
    }

    public Task CatchUpAsync(CancellationToken ct) => Task.CompletedTask;

    public async Task GarbageAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        try
        {
            await AttemptAsync(bytes, ct).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // What a gateway does with rubbish is its own affair; the next passage must arrive.
        }
    }

    public async Task CutInsideAsync(Passage passage, CancellationToken ct)
    {
        byte[] body = voice.Say(passage, false, trouble.ClockStep).Messages[0];
        byte[] head = _link.Head(voice.ContentType, body.Length, profile.ConnectionClose);
        await _link.CutAfterAsync((byte[])[.. head, .. body.AsSpan(0, body.Length / 2)], ct).ConfigureAwait(false);
    }

    public Task EndAsync(CancellationToken ct) => Task.CompletedTask;

    public void Drop() => _link.Drop();

    public void GiveUp()
    {
    }

    public ValueTask DisposeAsync()
    {
        _link.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <returns>What the ledger shall say.</returns>
    private async Task<string> SendAsync(CameraStatement statement, CancellationToken ct)
    {
        string told = TruthLine.None;
        foreach (byte[] message in statement.Messages)
        {
            told = await InsistAsync(message, ct).ConfigureAwait(false);
            if (told != TruthLine.Ok)
            {
                break;
            }
        }

        return told;
    }

    private async Task<string> InsistAsync(ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        while (true)
        {
            int? status = await TryAsync(body, ct).ConfigureAwait(false);
            bool settled = status == 200
                || profile.Retry == RetryPolicy.Never
                || (status is not null && profile.Retry == RetryPolicy.UntilAnswered);
            if (settled || ct.IsCancellationRequested || !await RetryPause.PassAsync(profile.RetryPause, time, ct).ConfigureAwait(false))
            {
                return status is { } code ? FormattableString.Invariant($"{code}") : TruthLine.None;
            }
        }
    }

    private async Task<int?> TryAsync(ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        try
        {
            return await AttemptAsync(body, ct).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<int> AttemptAsync(ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        byte[] head = _link.Head(voice.ContentType, body.Length, profile.ConnectionClose);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(profile.AnswerTimeout);
        try
        {
            return await _link.PostAsync(head, body, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new IOException("no answer in time");
        }
    }
}
