namespace EdgeGateway.EndToEnd.Support.Brokers;

/// <summary>A broker as an ordinary process with a folder of its own, which goes with it.</summary>
public abstract class BrokerProcess : IBrokerNode
{
    /// <summary>A shared machine with two cores, several Erlang systems starting at once.</summary>
    private static readonly TimeSpan s_startLimit = TimeSpan.FromSeconds(90);

    private ChildProcess? _process;

    protected BrokerProcess(string name) => Folder = Directory.CreateTempSubdirectory($"edge-{name}-").FullName;

    public abstract BrokerAddress Address { get; }

    public string Output => _process?.Output ?? string.Empty;

    public bool Runs => _process is { HasExited: false };

    protected string Folder { get; }

    public async Task StartAgainAsync()
    {
        _process = Launch();
        await MqttProbe.UntilTakenAsync(Address, () => _process.HasExited, () => Output, s_startLimit);
    }

    public Task KillAsync() => _process?.KillAsync() ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            await process.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts the program; it must be the broker itself and not a script that would outlive or be outlived by it.</summary>
    protected abstract ChildProcess Launch();

    protected string File(string name, params string[] lines)
    {
        string path = Path.Combine(Folder, name);
        System.IO.File.WriteAllLines(path, lines);
        return path;
    }
}
