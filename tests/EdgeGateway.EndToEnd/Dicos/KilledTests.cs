using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Sim.Parcels;
using EdgeGateway.Sim.Twins.XrayScanner.Dicos;

namespace EdgeGateway.EndToEnd.Dicos;

/// <summary>The gateway is killed while a scanner writes: every file ends in done, and is told as one record.</summary>
public sealed class KilledTests : IAsyncDisposable
{
    private const int Files = 40;
    private const int Kills = 3;

    private readonly string _folder = Directory.CreateTempSubdirectory("edgegateway-killed").FullName;
    private readonly int _port = TestSite.FreePort();

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Kill9_WhileAScannerWrites_NothingIsLostOrDoubledAndNoProgramStays()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var site = new TestSite(broker.Port, cameras: 0);
        AddScanner(site);
        site.StartWatch(broker.Port);
        var gateway = site.StartGateway();
        await Wait.UntilAsync(Listens, TimeSpan.FromSeconds(20), () => gateway.Output);
        using var open = await AssociateAsync();
        Assert.NotEmpty(Receivers(site));
        var random = new Random(42);
        var names = new List<string>();
        for (int i = 0; i < Files; i++)
        {
            names.Add(Drop(i));
            await Task.Delay(random.Next(1, 30));
            if (i % (Files / Kills) == Files / Kills / 2)
            {
                await gateway.KillAsync();
                await Wait.UntilAsync(() => Receivers(site).Count == 0, TimeSpan.FromSeconds(20), () => string.Join(' ', Receivers(site)));
                gateway = site.StartGateway();
            }
        }

        await Wait.UntilAsync(() => Count("done") == Files && names.TrueForAll(name => Records(site, name) > 0), TimeSpan.FromSeconds(60), () => $"{Count("done")} done\n{gateway.Output}");
        Assert.Empty(Directory.GetFiles(_folder, "*.dcs"));
        Assert.Equal(0, Count("quarantine"));
        Assert.All(names, name => Assert.Equal(1, Records(site, name)));
    }

    private void AddScanner(TestSite site)
    {
        var gateway = JsonNode.Parse(File.ReadAllText(site.Configuration))!;
        gateway["devices"]!.AsArray().Add(new JsonObject
        {
            ["id"] = "xray-1",
            ["driver"] = "xray-dicos",
            ["folder"] = _folder,
            ["settle"] = "200ms",
            ["rescan"] = "100ms",
            ["storescp"] = new JsonObject { ["listen"] = $"127.0.0.1:{_port}" },
        });
        File.WriteAllText(site.Configuration, gateway.ToJsonString());
    }

    /// <returns>Its native id.</returns>
    private string Drop(int index)
    {
        var parcel = new ParcelSource(1, "line", DateTimeOffset.UtcNow, 1, new ParcelMix()).At(index);
        var file = new ScannerVoice("xray-1", new ScannerProfile()).Say(new ParcelStatement(parcel, Sim.Parcels.ParcelPart.Report, parcel.DecidedAt));
        string path = Path.Combine(_folder, file.Name);
        File.WriteAllBytes(path + ".tmp", file.Bytes);
        File.Move(path + ".tmp", path);
        return file.Truth.NativeId;
    }

    private static int Records(TestSite site, string native) =>
        File.ReadAllLines(site.Received).Where(line => line.Contains(native, StringComparison.Ordinal)).Select(RecordOf).Distinct().Count();

    private static string RecordOf(string line)
    {
        var data = JsonNode.Parse(line)!["data"]!;
        return data["recordId"]?.GetValue<string>() ?? line;
    }

    private int Count(string shelf) => Directory.Exists(Path.Combine(_folder, shelf)) ? Directory.GetFiles(Path.Combine(_folder, shelf)).Length : 0;

    private bool Listens()
    {
        using var probe = new TcpClient();
        try
        {
            probe.Connect(IPAddress.Loopback, _port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task<TcpClient> AssociateAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _port);
        await client.GetStream().WriteAsync(Convert.FromHexString(RecordedStore.Request));
        await client.GetStream().ReadExactlyAsync(new byte[1]);
        return client;
    }

    /// <summary>Processes of storescp that write among the gateway's own data.</summary>
    private static List<string> Receivers(TestSite site) =>
    [
        .. Directory.GetDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _))
            .Where(folder => CommandOf(folder).StartsWith("/usr/bin/storescp", StringComparison.Ordinal) && CommandOf(folder).Contains(site.Folder, StringComparison.Ordinal)),
    ];

    private static string CommandOf(string process)
    {
        try
        {
            return File.ReadAllText(process + "/cmdline");
        }
        catch (IOException)
        {
            return string.Empty;
        }
    }
}
