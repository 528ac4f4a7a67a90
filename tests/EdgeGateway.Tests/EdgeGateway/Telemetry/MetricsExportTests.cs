using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using EdgeGateway.Configuration;
using EdgeGateway.Telemetry;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.EdgeGateway.Telemetry;

public sealed class MetricsExportTests
{
    [Fact]
    public async Task Start_WithACollector_SendsOurMetersUnderTheGatewaysName()
    {
        int port = FreePort();
        using var collector = new HttpListener();
        collector.Prefixes.Add($"http://127.0.0.1:{port}/v1/metrics/");
        collector.Start();
        using var meter = new Meter("EdgeGateway.OfThisTest");
        var readings = meter.CreateCounter<long>("of.this.test");
        using var export = new MetricsExport(Settings(new Uri($"http://127.0.0.1:{port}/v1/metrics/")));
        await export.StartAsync(default);

        readings.Add(5);
        string sent = await TakeAsync(collector).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Contains("of.this.test", sent, StringComparison.Ordinal);
        Assert.Contains("gw-7", sent, StringComparison.Ordinal);
        await export.StopAsync(default);
    }

    [Fact]
    public async Task Start_WithoutACollector_DoesNothing()
    {
        using var export = new MetricsExport(Settings(null));

        await export.StartAsync(default);
        await export.StopAsync(default);
    }

    private static async Task<string> TakeAsync(HttpListener collector)
    {
        HttpListenerContext context = await collector.GetContextAsync();
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        context.Response.Close();
        return Encoding.Latin1.GetString(body.ToArray());
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static GatewaySettings Settings(Uri? collector) => new()
    {
        Site = "s-1",
        Gateway = "gw-7",
        Store = new StoreSettings { Folder = "unused" },
        Uplink = new UplinkSettings { Brokers = [] },
        Telemetry = collector is null ? null : new TelemetrySettings { Otlp = collector, Every = TimeSpan.FromSeconds(1) },
        Devices = [],
        Digest = "",
    };
}
