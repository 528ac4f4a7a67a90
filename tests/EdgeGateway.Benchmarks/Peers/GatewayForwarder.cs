using System.Globalization;
using System.Text.Json;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.Benchmarks.Peers;

/// <summary>The gateway as it is shipped, with cameras that post to it.</summary>
/// <param name="upstream">Port of the platform's broker.</param>
internal sealed class GatewayForwarder(int upstream) : IForwarder
{
    private const int Cameras = 8;

    private readonly TestSite _site = new(upstream, Cameras);
    private ChildProcess? _process;

    public string Name => "EdgeGateway";

    public string Promise => "HTTP 200 to the camera";

    public int ProcessId => _process!.Id;

    public async Task StartAsync()
    {
        _process = _site.StartGateway();
        await Wait.UntilAsync(() => _process.HasExited || _site.InboxAnswers(), TimeSpan.FromSeconds(30), () => _process.Output);
    }

    public async Task<int> TellAsync(int readings)
    {
        await using var load = ChildProcess.Start(Binaries.Simulator, [
            "load", "--driver", "hikvision-anpr", "--devices", Text(Cameras), "--count", Text(readings), "--token", "token-of-this-test",
            "--seed", Text(Random.Shared.Next()), "--target", $"http://127.0.0.1:{_site.InboxPort}/{{device}}/{{token}}"]);
        await load.ExitAsync(TimeSpan.FromMinutes(2));
        using var result = JsonDocument.Parse(load.Lines.Last(line => line.StartsWith('{')));
        return result.RootElement.GetProperty("ok").GetInt32();
    }

    public Task KillAsync() => _process!.KillAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
