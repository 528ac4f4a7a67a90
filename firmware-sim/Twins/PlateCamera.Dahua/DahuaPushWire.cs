using System.Text.Json;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Http;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Twins.PlateCamera.Dahua;

/// <summary>ITSAPI (plate-camera.md section 4.2): the camera posts, and repeats the same post until it reads a true result.</summary>
public sealed class DahuaPushWire(DahuaVoice voice, CameraProfile profile, DahuaProfile own, Uri target, CameraTrouble trouble, ITruthLedger ledger, TimeProvider time) : ICameraWire
{
    private const string Type = "application/json";

    private readonly PostLink _passages = new(Under(target, "/NotificationInfo/TollgateInfo"));
    private readonly PostLink _signs = new(Under(target, "/NotificationInfo/KeepAlive"));

    public Task StartAsync(CancellationToken ct) => Task.CompletedTask;

    public async Task TellAsync(Passage passage, bool waited, CancellationToken ct)
    {
        CameraStatement statement = voice.Posted(passage, trouble.ClockStep);
        string told = await InsistAsync(statement.Messages[0], ct).ConfigureAwait(false);
        ledger.Note(statement.Truth with { Told = told, At = time.GetUtcNow() });
        if (told == TruthLine.Ok && new SeededRandom(~passage.Seed).Unit() < profile.DuplicateRate)
        {
            await InsistAsync(statement.Messages[0], ct).ConfigureAwait(false);
        }
    }

    public Task HeartbeatAsync(CancellationToken ct) => TryAsync(_signs, voice.KeepAlive(), ct);

    public Task CatchUpAsync(CancellationToken ct) => Task.CompletedTask;

    public Task GarbageAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct) => TryAsync(_passages, bytes, ct);

    public async Task CutInsideAsync(Passage passage, CancellationToken ct)
    {
        byte[] body = voice.Posted(passage, trouble.ClockStep).Messages[0];
        byte[] head = _passages.Head(Type, body.Length, profile.ConnectionClose);
        await _passages.CutAfterAsync((byte[])[.. head, .. body.AsSpan(0, body.Length / 2)], ct).ConfigureAwait(false);
    }

    public Task EndAsync(CancellationToken ct) => Task.CompletedTask;

    public void Drop()
    {
        _passages.Drop();
        _signs.Drop();
    }

    public void GiveUp()
    {
    }

    public ValueTask DisposeAsync()
    {
        _passages.Dispose();
        _signs.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <returns>What the ledger shall say: 200 only when the camera is content.</returns>
    private async Task<string> InsistAsync(ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        while (true)
        {
            int? status = await TryAsync(_passages, body, ct).ConfigureAwait(false);
            bool content = status == 200 && (!own.ExpectsTrue || IsTrue(_passages.AnswerText));
            bool settled = content || profile.Retry == RetryPolicy.Never || (status is not null && profile.Retry == RetryPolicy.UntilAnswered);
            if (settled || ct.IsCancellationRequested || !await RetryPause.PassAsync(profile.RetryPause, time, ct).ConfigureAwait(false))
            {
                return content ? TruthLine.Ok : status is { } code ? FormattableString.Invariant($"{code}-not-true") : TruthLine.None;
            }
        }
    }

    private async Task<int?> TryAsync(PostLink link, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        byte[] head = link.Head(Type, body.Length, profile.ConnectionClose);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(profile.AnswerTimeout);
        try
        {
            return await link.PostAsync(head, body, limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return null;
        }
    }

    // A camera looks for one of the spellings, and takes the word as well as the value.
    private static bool IsTrue(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && (IsTrue(json.RootElement, "result") || IsTrue(json.RootElement, "Result"));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsTrue(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out JsonElement value) && (value.ValueKind == JsonValueKind.True || (value.ValueKind == JsonValueKind.String && value.GetString() == "true"));

    private static Uri Under(Uri target, string path) => new(target.AbsoluteUri.TrimEnd('/') + path);
}
