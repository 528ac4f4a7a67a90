using System.Globalization;
using System.Net.Sockets;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Kiosks;

/// <summary>The kiosk of <c>kiosk.py</c>.</summary>
internal sealed class PythonKiosk : IAsyncDisposable
{
    private static readonly string[] s_ports = ["new ", "old ", "safe ", "hand "];

    private readonly ChildProcess _python;
    private readonly TcpClient _hand = new();

    private PythonKiosk(ChildProcess python) => _python = python;

    public string Output => _python.Output;

    /// <summary>Everything that any of its services and publishers was sent.</summary>
    public IEnumerable<string> Sent => _python.Lines.Where(line => line.StartsWith("got ", StringComparison.Ordinal)).Select(line => line.Split(' ', 3)[2]);

    public static async Task<PythonKiosk> StartAsync(TestCertificates certificates)
    {
        string script = Path.Combine(Binaries.Root, "tests", "EdgeGateway.EndToEnd", "Kiosks", "kiosk.py");

        // Debian's own python sees Debian's modules; another one may come first on the PATH.
        var kiosk = new PythonKiosk(ChildProcess.Start("/usr/bin/python3", [script, certificates.ServerFile, certificates.ServerKeyFile]));
        try
        {
            await Wait.UntilAsync(() => s_ports.All(name => kiosk._python.Lines.Any(line => line.StartsWith(name, StringComparison.Ordinal))) || kiosk._python.HasExited, TimeSpan.FromSeconds(30), () => kiosk.Output);
            await kiosk._hand.ConnectAsync("127.0.0.1", kiosk.PortOf("hand"));
            return kiosk;
        }
        catch
        {
            await kiosk.DisposeAsync();
            throw;
        }
    }

    public int PortOf(string name) => int.Parse(_python.Lines.First(line => line.StartsWith(name + " ", StringComparison.Ordinal)).AsSpan(name.Length + 1), CultureInfo.InvariantCulture);

    /// <summary>Returns when it was done.</summary>
    public async Task DoAsync(string line)
    {
        await _hand.GetStream().WriteAsync(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
        await _hand.GetStream().ReadExactlyAsync(new byte[3]);
    }

    public async ValueTask DisposeAsync()
    {
        _hand.Dispose();
        await _python.DisposeAsync();
    }
}
