using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace EdgeGateway.EndToEnd.Support;

/// <summary>A real mosquitto on a free port of 127.0.0.1, with its files in a folder of its own.</summary>
public sealed class MosquittoBroker : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("edge-mosquitto-").FullName;
    private readonly MosquittoOptions _options;
    private ChildProcess? _process;

    private MosquittoBroker(MosquittoOptions options) => _options = options;

    public int Port { get; private set; }

    /// <summary>What it has said so far.</summary>
    public string Output => _process?.Output ?? string.Empty;

    public static async Task<MosquittoBroker> StartAsync(MosquittoOptions? options = null)
    {
        var broker = new MosquittoBroker(options ?? new MosquittoOptions()) { Port = TestSite.FreePort() };
        await broker.WriteFilesAsync();
        await broker.StartAgainAsync();
        return broker;
    }

    /// <summary>Starts on the same port after <see cref="KillAsync"/> or <see cref="StopAsync"/>.</summary>
    public async Task StartAgainAsync()
    {
        _process = ChildProcess.Start(Binaries.Tool("mosquitto"), [.. _options.Quiet ? Array.Empty<string>() : ["-v"], "-c", Path.Combine(_folder, "mosquitto.conf")]);
        await Wait.UntilAsync(() => Answers() || _process.HasExited, TimeSpan.FromSeconds(20), () => Output);
        if (_process.HasExited)
        {
            throw new InvalidOperationException($"mosquitto did not start:\n{Output}");
        }
    }

    /// <summary>SIGKILL.</summary>
    public Task KillAsync() => _process!.KillAsync();

    /// <summary>SIGTERM: writes its persistence file when it has one.</summary>
    public Task StopAsync() => _process!.StopAsync(TimeSpan.FromSeconds(20));

    /// <summary>mosquitto_sub with the address filled in; an independent program as witness.</summary>
    public ChildProcess Subscribe(params string[] arguments) => Tool("mosquitto_sub", arguments);

    /// <summary>mosquitto_pub with the address filled in.</summary>
    public async Task PublishAsync(params string[] arguments)
    {
        await using ChildProcess tool = Tool("mosquitto_pub", arguments);
        if (await tool.ExitAsync(TimeSpan.FromSeconds(20)) != 0)
        {
            throw new InvalidOperationException($"mosquitto_pub failed:\n{tool.Output}");
        }
    }

    /// <summary>Waits until the broker has logged this.</summary>
    public Task SaidAsync(string text) =>
        Wait.UntilAsync(() => Output.Contains(text, StringComparison.Ordinal), TimeSpan.FromSeconds(20), () => $"'{text}' not in:\n{Output}");

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            await process.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private ChildProcess Tool(string name, string[] arguments) => ChildProcess.Start(
        Binaries.Tool(name), ["-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), .. arguments]);

    private async Task WriteFilesAsync()
    {
        List<string> lines = [$"listener {Port} 127.0.0.1", "log_dest stderr", "user root", .. await AccessAsync(), .. Tls(), .. _options.More];
        if (_options.Quiet)
        {
            lines.AddRange(["log_type error", "log_type warning"]);
        }

        if (_options.Persistence)
        {
            lines.AddRange(["persistence true", $"persistence_location {_folder}/"]);
        }

        await File.WriteAllLinesAsync(Path.Combine(_folder, "mosquitto.conf"), lines);
    }

    private async Task<string[]> AccessAsync()
    {
        if (_options.Login is not var (user, password))
        {
            return ["allow_anonymous true"];
        }

        string file = Path.Combine(_folder, "passwords");
        using Process tool = Process.Start(Binaries.Tool("mosquitto_passwd"), ["-b", "-c", file, user, password]);
        await tool.WaitForExitAsync();
        return ["allow_anonymous false", $"password_file {file}"];
    }

    private IEnumerable<string> Tls() => _options.Tls is not { } certificates
        ? []
        :
        [
            $"cafile {certificates.CaFile}",
            $"certfile {certificates.ServerFile}",
            $"keyfile {certificates.ServerKeyFile}",
            $"require_certificate {(_options.RequireCertificate ? "true" : "false")}",
        ];

    private bool Answers()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect("127.0.0.1", Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
