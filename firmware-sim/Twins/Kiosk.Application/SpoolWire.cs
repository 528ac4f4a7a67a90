using System.Globalization;

namespace EdgeGateway.Sim.Twins.Kiosk.Application;

/// <summary>Leaves files in a folder; what the gateway has kept is no longer there.</summary>
/// <param name="folder">Made when it is missing.</param>
/// <param name="patience">How long it waits for a file to be taken before it looks as if nobody came; the file stays.</param>
/// <param name="time">Clock.</param>
/// <param name="name">What stands in the name of a file behind its number, as some software puts the customer there; null for nothing.</param>
public sealed class SpoolWire(string folder, TimeSpan patience, TimeProvider time, Func<int, string>? name = null) : IApplicationWire
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(20);

    private int _number;
    private string? _waiting;

    public async Task<ApplicationAnswer?> SayAsync(byte[] body, CancellationToken ct)
    {
        string file = _waiting ??= Leave(body);
        DateTimeOffset until = time.GetUtcNow() + patience;
        while (File.Exists(file))
        {
            if (time.GetUtcNow() >= until)
            {
                return null;
            }

            await Task.Delay(s_look, time, ct).ConfigureAwait(false);
        }

        _waiting = null;
        bool refused = File.Exists(Path.Combine(folder, "quarantine", Path.GetFileName(file)));
        return new ApplicationAnswer(200, refused ? new Dictionary<int, string> { [0] = "quarantine" } : new Dictionary<int, string>());
    }

    /// <summary>A writer that died: half a file under its passing name.</summary>
    public Task CutInsideAsync(byte[] body, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        return File.WriteAllBytesAsync(Path.Combine(folder, "half.tmp"), body[..(body.Length / 2)], ct);
    }

    public Task ScrawlAsync(byte[] bytes, CancellationToken ct)
    {
        Leave(bytes);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        // Files stay: they are the gateway's now.
    }

    private string Leave(byte[] body)
    {
        Directory.CreateDirectory(folder);
        string behind = name is null ? "" : "-" + name(_number);
        string file = Path.Combine(folder, (++_number).ToString("000000", CultureInfo.InvariantCulture) + behind + ".json");
        File.WriteAllBytes(file + ".tmp", body);
        File.Move(file + ".tmp", file);
        return file;
    }
}
