using System.Globalization;
using System.Net.Sockets;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Cabinet;

/// <summary>Debian's upsd with its dummy-ups driver, in a folder of the test: no service and no file of the system is touched.</summary>
internal sealed class DebianUps : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("edgegateway-nut").FullName;
    private readonly Dictionary<string, string> _environment;
    private ChildProcess? _driver;
    private ChildProcess? _server;

    private DebianUps() => _environment = new() { ["NUT_CONFPATH"] = _folder, ["NUT_STATEPATH"] = _folder, ["NUT_ALTPIDPATH"] = _folder };

    public int Port { get; } = TestSite.FreePort();

    public string Output => $"{_driver?.Output}\n{_server?.Output}";

    public static async Task<DebianUps> StartAsync()
    {
        var ups = new DebianUps();
        try
        {
            ups.Configure();
            ups.StartDriver();
            await Wait.UntilAsync(() => File.Exists(Path.Combine(ups._folder, "dummy-ups-main")), s_patience, () => ups.Output);
            ups._server = ChildProcess.Start("/lib/nut/upsd", ["-F", "-u", Environment.UserName], ups._environment);
            await Wait.UntilAsync(ups.Listens, s_patience, () => ups.Output);
            return ups;
        }
        catch
        {
            await ups.DisposeAsync();
            throw;
        }
    }

    public void Status(string status)
    {
        string draft = Path.Combine(_folder, "draft");
        File.WriteAllText(draft, $"ups.status: {status}\nbattery.charge: 97\nbattery.runtime: 1800\ninput.voltage: 229.5\noutput.voltage: 230.1\nups.load: 23\nups.temperature: 31.5\n");
        File.Move(draft, Path.Combine(_folder, "main.dev"), overwrite: true);
    }

    public async Task KillDriverAsync() => await _driver!.KillAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var child in new[] { _server, _driver }.OfType<ChildProcess>())
        {
            await child.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private void Configure()
    {
        Write("ups.conf", "[main]\ndriver = dummy-ups\nport = main.dev\nmode = dummy-loop\npollinterval = 1\n");
        Write("upsd.conf", string.Create(CultureInfo.InvariantCulture, $"LISTEN 127.0.0.1 {Port}\nMAXAGE 15\n"));
        Write("upsd.users", "[watcher]\npassword = s3cret\nupsmon secondary\n");
        Status("OL CHRG");
    }

    /// <summary>The folder is the test's alone: nobody else reads the password.</summary>
    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    /// <summary>It stays in the foreground only while it debugs.</summary>
    private void StartDriver() => _driver = ChildProcess.Start("/lib/nut/dummy-ups", ["-a", "main", "-D", "-u", Environment.UserName], _environment);

    private bool Listens()
    {
        try
        {
            using var client = new TcpClient("127.0.0.1", Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
