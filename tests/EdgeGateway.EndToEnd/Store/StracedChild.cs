using System.Diagnostics;
using System.Globalization;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Store;

/// <summary>
/// A store child under strace, which counts, delays or fails the calls that a test names. Only those calls stop the
/// child (<c>--seccomp-bpf</c>): with every call traced, starting it was measured to take five times as long.
/// </summary>
internal sealed class StracedChild : IAsyncDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly ChildProcess _strace;

    private StracedChild(ChildProcess strace, string log)
    {
        _strace = strace;
        Log = log;
    }

    /// <summary>The file that strace writes.</summary>
    public string Log { get; }

    public bool HasExited => _strace.HasExited;

    public int ExitCode => _strace.ExitCode;

    public string Output => _strace.Output;

    public IReadOnlyCollection<string> Lines => _strace.Lines;

    public Said Said => Said.From(_strace.Lines);

    public static StracedChild Start(StoreRun run, string log, params string[] options) => new(
        ChildProcess.Start(Binaries.Tool("strace"), ["-f", "--seccomp-bpf", "-qq", "-o", log, .. options, Binaries.Bench, "store-child", run.Folder, run.Seed, run.Readings.ToString(CultureInfo.InvariantCulture)]),
        log);

    /// <summary>Waits until the child has closed its store and ended.</summary>
    public async Task EndedAsync() => Assert.True(await _strace.ExitAsync(s_limit) == 0, Output);

    /// <summary>
    /// SIGKILL to the child first, so that it never runs again; then to strace, which would let a delayed call finish its
    /// delay. Returns when the last thread and with it the store's lock is gone.
    /// </summary>
    public async Task KillAsync()
    {
        int[] victims = Children();
        Array.ForEach(victims, Kill);
        await _strace.KillAsync();
        await Wait.UntilAsync(() => !victims.Any(Lives), s_limit, () => "the killed child lives on");
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await _strace.DisposeAsync();
    }

    private int[] Children()
    {
        string file = string.Create(CultureInfo.InvariantCulture, $"/proc/{_strace.Id}/task/{_strace.Id}/children");
        try
        {
            return [.. File.ReadAllText(file).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static id => int.Parse(id, CultureInfo.InvariantCulture))];
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using Process process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // It ended by itself meanwhile.
        }
    }

    /// <remarks>The leader may be a zombie while another thread still holds the files.</remarks>
    private static bool Lives(int id)
    {
        try
        {
            string folder = string.Create(CultureInfo.InvariantCulture, $"/proc/{id}");
            return Directory.GetDirectories($"{folder}/task").Length > 1 || !File.ReadAllText($"{folder}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
