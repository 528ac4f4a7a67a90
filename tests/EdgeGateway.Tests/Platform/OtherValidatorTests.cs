using System.Diagnostics;
using EdgeGateway.Tests.House;

namespace EdgeGateway.Tests.Platform;

/// <summary>A validator that is not ours judges the same files: Debian's python3-jsonschema.</summary>
public sealed class OtherValidatorTests
{
    [Fact]
    public async Task SchemasAndExamples_JudgedByPython_AreGood()
    {
        var start = new ProcessStartInfo("/usr/bin/python3", [Path.Combine(Repository.Root, "tests/EdgeGateway.Tests/Platform/judge.py"), Path.Combine(Repository.Root, PlatformFiles.Folder)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var python = Process.Start(start)!;
        var said = python.StandardOutput.ReadToEndAsync();
        string complained = await python.StandardError.ReadToEndAsync();
        await python.WaitForExitAsync();

        Assert.True(python.ExitCode == 0, complained);
        Assert.Equal($"{PlatformFiles.Schemas.Count} schemas, {PlatformFiles.Names("examples/", ".json").Count()} examples\n", await said);
    }
}
