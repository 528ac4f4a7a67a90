using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Drivers.Transport.Programs;

/// <summary>A child process.</summary>
internal sealed partial class RunningProgram : IProgram
{
    private const int Terminate = 15; // SIGTERM

    private readonly ProgramSettings _settings;
    private readonly Process _process;
    private readonly TimeProvider _time;
    private readonly ILogger _log;

    public RunningProgram(ProgramSettings settings, Process process, TimeProvider time, ILogger log)
    {
        (_settings, _process, _time, _log) = (settings, process, time, log);
        Id = process.Id;
        process.StandardInput.Close();
        ProgramLog.Started(log, settings.Name, Id);
        Ended = WatchAsync();
    }

    public int Id { get; }

    public Task<ProgramEnd> Ended { get; }

    public async ValueTask DisposeAsync()
    {
        if (!Ended.IsCompleted)
        {
            Ask();
            await Task.WhenAny(Ended, Task.Delay(_settings.Grace, _time)).ConfigureAwait(false);
            Kill();
        }

        await Ended.ConfigureAwait(false);
        _process.Dispose();
    }

    private async Task<ProgramEnd> WatchAsync()
    {
        var words = new LastWords();
        var reading = Task.WhenAll(words.ReadAsync(_process.StandardOutput), words.ReadAsync(_process.StandardError));
        await _process.WaitForExitAsync().ConfigureAwait(false);

        // Its own children may hold the pipes open; they are not waited for.
        await Task.WhenAny(reading, Task.Delay(TimeSpan.FromMilliseconds(200), _time)).ConfigureAwait(false);
        var end = new ProgramEnd(_process.ExitCode, words.Text);
        ProgramLog.Ended(_log, _settings.Name, Id, end.Code, end.LastWords);
        return end;
    }

    private void Ask()
    {
        if (!_process.HasExited)
        {
            _ = Signal(_process.Id, Terminate);
        }
    }

    private void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It ended by itself.
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
