using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Serial;

/// <summary>One adapter that is plugged in: a pseudo terminal of socat's, whose other end is a TCP link to the test.</summary>
internal sealed class SocatPlug : IAsyncDisposable
{
    private readonly ChildProcess _socat;
    private readonly ChildProcess _held;

    private SocatPlug(ChildProcess socat, ChildProcess held, string node)
    {
        _socat = socat;
        _held = held;
        Node = node;
    }

    /// <summary>For example <c>/dev/pts/7</c>.</summary>
    public string Node { get; }

    /// <param name="folder">For socat's own link.</param>
    /// <param name="farPort">Where the test listens.</param>
    public static async Task<SocatPlug> StartAsync(string folder, int farPort)
    {
        string link = Path.Combine(folder, Guid.NewGuid().ToString("n"));
        var socat = ChildProcess.Start(Binaries.Tool("socat"), ["-d", "-d", $"PTY,link={link},rawer", $"TCP:127.0.0.1:{farPort},nodelay"]);
        try
        {
            // The link is there before socat has set up the terminal behind it: it would undo what the gateway sets.
            await Wait.UntilAsync(() => socat.Output.Contains("starting data transfer loop", StringComparison.Ordinal) || socat.HasExited, TimeSpan.FromSeconds(20), () => socat.Output);
            string node = File.ResolveLinkTarget(link, returnFinalTarget: true)!.FullName;

            // socat takes a pseudo terminal that nobody has open for its end, which no adapter does. A FileStream would lock it.
            var held = ChildProcess.Start(Binaries.Tool("sh"), ["-c", $"exec 3<>{node}; echo held; exec sleep 600"]);
            await Wait.UntilAsync(() => held.Output == "held", TimeSpan.FromSeconds(20), () => held.Output);
            return new SocatPlug(socat, held, node);
        }
        catch
        {
            await socat.DisposeAsync();
            throw;
        }
    }

    /// <summary>Killed: the link stays behind and leads nowhere, as seen from who has it open.</summary>
    public async ValueTask DisposeAsync()
    {
        await _socat.DisposeAsync();
        await _held.DisposeAsync();
    }
}
