using System.ComponentModel;
using System.Diagnostics;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Programs;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.Drivers.Transport.Programs;

/// <summary>With programs that every machine has.</summary>
public sealed class LocalProgramsTests : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly LocalPrograms _programs = new(TimeProvider.System, NullLogger.Instance);

    /// <summary>A program makes this file when it is ready.</summary>
    private readonly string _sign = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_sign);

    [Fact]
    public async Task Start_EndsByItself_TellsItsCodeAndLastWords()
    {
        await using var program = await StartAsync("sh", "-c", "echo one; echo two >&2; exit 3");

        var end = await program.Ended.WaitAsync(s_limit);

        Assert.Equal(3, end.Code);
        Assert.Contains("one", end.LastWords, StringComparison.Ordinal);
        Assert.Contains("two", end.LastWords, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_FloodsItsOutput_IsNotHeldUpAndKeepsTheEnd()
    {
        await using var program = await StartAsync("sh", "-c", "head -c 3000000 /dev/zero | tr '\\0' x; echo; echo the end");

        var end = await program.Ended.WaitAsync(s_limit);

        Assert.Equal((0, true), (end.Code, end.LastWords.EndsWith("the end", StringComparison.Ordinal)));
        Assert.InRange(end.LastWords.Length, 8, 2_000);
    }

    [Fact]
    public async Task Start_ArgumentsWithSigns_ArriveAsTheyAre()
    {
        await using var program = await StartAsync("printf", "%s|", "a b", "$HOME", ";", "*");

        Assert.Equal("a b|$HOME|;|*|", (await program.Ended.WaitAsync(s_limit)).LastWords);
    }

    [Fact]
    public async Task Dispose_Running_IsAskedToEnd()
    {
        var program = await StartAsync("sh", "-c", "trap 'echo bye; exit 0' TERM; echo > \"$0\"; while :; do sleep 0.05; done", _sign);
        await Eventually.TrueAsync(() => File.Exists(_sign), "it listens");

        await program.DisposeAsync();

        var end = await program.Ended;
        Assert.Equal((0, true), (end.Code, end.LastWords.Contains("bye", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Dispose_DoesNotListen_IsEnded()
    {
        string[] arguments = ["-c", "trap '' TERM; echo > \"$0\"; while :; do sleep 0.05; done", _sign];
        var program = await _programs.StartAsync(new ProgramSettings("sh", arguments) { Grace = TimeSpan.FromMilliseconds(300) }, default);
        await Eventually.TrueAsync(() => File.Exists(_sign), "it is deaf");

        await program.DisposeAsync();

        Assert.Equal(128 + 9, (await program.Ended).Code);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(program.Id));
    }

    [Fact]
    public async Task Start_NotInstalled_IsMisconfiguredWithWhatToDo()
    {
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => StartAsync("no-such-program"));

        Assert.Equal(FaultKind.Misconfigured, fault.Kind);
        Assert.Contains("apt-get install", fault.Message, StringComparison.Ordinal);
        Assert.Null(_programs.Find("no-such-program"));
        Assert.NotNull(_programs.Find("setpriv"));
    }

    [Theory]
    [InlineData(2, FaultKind.Misconfigured)]
    [InlineData(13, FaultKind.Misconfigured)]
    [InlineData(11, FaultKind.Busy)]
    [InlineData(12, FaultKind.Busy)]
    [InlineData(24, FaultKind.Busy)]
    public void Start_NotPossible_IsForGoodOnlyWhenTheProgramIsToBlame(int error, FaultKind kind)
    {
        Assert.Equal(kind, LocalPrograms.NotStarted("storescp", new Win32Exception(error)).Kind);
    }

    /// <summary>The kernel's own word: the signal that the child gets when the one who made it dies.</summary>
    [Fact]
    public async Task Start_Program_DiesWithWhoMadeIt()
    {
        await using var program = await StartAsync("setpriv", "--dump");

        Assert.Contains("Parent death signal: KILL", (await program.Ended.WaitAsync(s_limit)).LastWords, StringComparison.OrdinalIgnoreCase);
    }

    private Task<IProgram> StartAsync(string name, params string[] arguments) => _programs.StartAsync(new ProgramSettings(name, arguments), default);
}
