using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Benchmarks.Store;

/// <summary>
/// The victim of the crash tests: appends from several overlapping callers and says on standard output what the store
/// answered, one line each: <c>SEQ TEXT .</c> for what is safe (0 for what it knew already), <c>- TEXT .</c> for what it
/// refused. What was refused is offered again, as a device does. All content follows from the text, so that whoever
/// reads the store afterwards can tell whether a byte changed.
/// </summary>
public static class StoreChild
{
    private const int Callers = 12;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(2);

    /// <param name="folder">Folder of the store.</param>
    /// <param name="seed">First part of every text.</param>
    /// <param name="readings">How many each caller appends before the store is closed in order.</param>
    /// <param name="output">Where the answers go.</param>
    public static async Task<int> RunAsync(string folder, string seed, int readings, TextWriter output)
    {
        TextWriter said = TextWriter.Synchronized(output);
        await using (SqliteReadingStore store = SqliteReadingStore.Open(
            new StoreOptions { Folder = folder, Gateway = "gw-crash" }, TimeProvider.System, new Random(), NullLogger<SqliteReadingStore>.Instance))
        {
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => AppendAsync(store, $"{seed}-{caller}", readings, said)));
        }

        said.WriteLine("done");
        return 0;
    }

    private static async Task AppendAsync(SqliteReadingStore store, string caller, int readings, TextWriter said)
    {
        for (int number = 0; number < readings; number++)
        {
            string text = $"{caller}-{number.ToString(CultureInfo.InvariantCulture)}";
            while (!await AppendAsync(store, text, said))
            {
                await Task.Delay(s_pause);
            }
        }
    }

    private static async Task<bool> AppendAsync(SqliteReadingStore store, string text, TextWriter said)
    {
        try
        {
            Appended appended = await store.AppendAsync(CrashSample.Reading(text), default);
            Say(said, $"{appended.Seq.ToString(CultureInfo.InvariantCulture)} {text} .");
            return true;
        }
        catch (StoreRefusedException)
        {
            Say(said, $"- {text} .");
            return false;
        }
    }

    private static void Say(TextWriter said, string line)
    {
        said.WriteLine(line);
        said.Flush();
    }
}
