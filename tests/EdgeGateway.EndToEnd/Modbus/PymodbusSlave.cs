using System.Globalization;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Modbus;

/// <summary>The slave of <c>slave.py</c>: unit 1 on Modbus TCP, unit 17 with RTU frames.</summary>
internal sealed class PymodbusSlave : IAsyncDisposable
{
    private readonly ChildProcess _python;

    private PymodbusSlave(ChildProcess python) => _python = python;

    public int TcpPort => PortOf("tcp");

    /// <summary>Takes RTU frames over TCP, as a serial server does.</summary>
    public int RtuPort => PortOf("rtu");

    public string Output => _python.Output;

    public static async Task<PymodbusSlave> StartAsync()
    {
        string script = Path.Combine(Binaries.Root, "tests", "EdgeGateway.EndToEnd", "Modbus", "slave.py");

        // Debian's own python sees Debian's modules; another one may come first on the PATH.
        var slave = new PymodbusSlave(ChildProcess.Start("/usr/bin/python3", [script]));
        try
        {
            await Wait.UntilAsync(() => slave._python.Lines.Count(line => line.StartsWith("tcp ", StringComparison.Ordinal) || line.StartsWith("rtu ", StringComparison.Ordinal)) == 2 || slave._python.HasExited, TimeSpan.FromSeconds(30), () => slave.Output);
            return slave;
        }
        catch
        {
            await slave.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _python.DisposeAsync();

    private int PortOf(string name) =>
        int.Parse(_python.Lines.First(line => line.StartsWith(name + " ", StringComparison.Ordinal)).AsSpan(name.Length + 1), CultureInfo.InvariantCulture);
}
