namespace EdgeGateway.EndToEnd.Support.Network;

/// <summary>
/// Two machines and a switch between them, as network namespaces: cutting takes one port out of the switch, so that both
/// ends keep their link light and see neither FIN nor RST nor an unreachable host. Needs root and iproute2.
/// </summary>
public sealed class SplitNetwork : IAsyncDisposable
{
    /// <summary>Address of the platform's machine, out of the range for tests of networks (RFC 2544).</summary>
    public const string PlatformHost = "198.18.0.2";

    private readonly string _name = $"edge{Guid.NewGuid().ToString("N")[..6]}";

    private SplitNetwork()
    {
    }

    private string Site => $"{_name}-site";

    private string Switch => $"{_name}-switch";

    private string Platform => $"{_name}-platform";

    public static async Task<SplitNetwork> StartAsync()
    {
        var network = new SplitNetwork();
        try
        {
            await network.BuildAsync();
            return network;
        }
        catch
        {
            await network.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a program on the machine of the site.</summary>
    public ChildProcess AtSite(string program, params IEnumerable<string> arguments) => Start(Site, program, arguments);

    /// <summary>Starts a program on the machine of the platform.</summary>
    public ChildProcess AtPlatform(string program, params IEnumerable<string> arguments) => Start(Platform, program, arguments);

    public Task CutAsync() => IpAsync($"-n {Switch} link set port-platform nomaster");

    public Task MendAsync() => IpAsync($"-n {Switch} link set port-platform master bridge");

    /// <summary>Interfaces go with their namespaces.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (string space in new[] { Site, Platform, Switch }.Where(space => File.Exists($"/run/netns/{space}")))
        {
            await IpAsync($"netns del {space}");
        }
    }

    private async Task BuildAsync()
    {
        await IpAsync($"netns add {Switch}");
        await IpAsync($"-n {Switch} link add bridge type bridge");
        await IpAsync($"-n {Switch} link set bridge up");
        await PlugAsync(Site, "site", "198.18.0.1/30");
        await PlugAsync(Platform, "platform", $"{PlatformHost}/30");
    }

    private async Task PlugAsync(string space, string name, string address)
    {
        await IpAsync($"netns add {space}");
        await IpAsync($"-n {space} link set lo up");
        await IpAsync($"-n {Switch} link add port-{name} type veth peer name eth0 netns {space}");
        await IpAsync($"-n {Switch} link set port-{name} master bridge up");
        await IpAsync($"-n {space} address add {address} dev eth0");
        await IpAsync($"-n {space} link set eth0 up");
    }

    private static ChildProcess Start(string space, string program, IEnumerable<string> arguments) =>
        ChildProcess.Start(Binaries.Tool("ip"), ["netns", "exec", space, program, .. arguments]);

    private static async Task IpAsync(string arguments)
    {
        await using var ip = ChildProcess.Start(Binaries.Tool("ip"), arguments.Split(' '));
        if (await ip.ExitAsync(TimeSpan.FromSeconds(20)) != 0)
        {
            throw new InvalidOperationException($"ip {arguments}: {ip.Output}");
        }
    }
}
