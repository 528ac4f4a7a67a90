using System.Text;
using EdgeGateway.CommandLine;
using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Tests.EdgeGateway.Configuration;

namespace EdgeGateway.Tests.EdgeGateway.CommandLine;

/// <summary>What a person types, and what comes back.</summary>
internal sealed class Typed
{
    private readonly StringWriter _out = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public Dictionary<string, string> Environment { get; } = [];

    public string StandardInput { get; set; } = string.Empty;

    public IReadOnlyList<IProtocolDecoder> Decoders { get; set; } = [new EchoDecoder()];

    public IReadOnlyList<DriverDescriptor> Drivers { get; set; } = [ConfigurationFixture.MadeUp];

    public Func<GatewaySettings, CancellationToken, Task> Gateway { get; set; } = (_, _) => Task.CompletedTask;

    public string Out => _out.ToString();

    public string Error => _error.ToString();

    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public Task<int> RunAsync(params string[] args)
    {
        var terminal = new Terminal { In = new MemoryStream(Encoding.UTF8.GetBytes(StandardInput)), Out = _out, Error = _error, Environment = Environment };
        return GatewayCommandLine.RunAsync(args, terminal, Gateway, Drivers, Decoders);
    }
}
