using EdgeGateway.Configuration;

namespace EdgeGateway.Tests.EdgeGateway.Configuration;

public sealed class SecretFilesTests : IDisposable
{
    private readonly ConfigurationFixture _at = new();

    public void Dispose() => _at.Dispose();

    [Theory]
    [InlineData("hush", "hush")]
    [InlineData("hush\n", "hush")]
    [InlineData("hush\r\n", "hush")]
    [InlineData("\uFEFFhush\n", "hush")]
    [InlineData(" hush \n", " hush ")]
    public void Resolve_File_IsReadWithoutItsLineEnd(string content, string secret)
    {
        File.WriteAllText(Path.Combine(_at.Folder, "token"), content);

        Assert.Equal(secret, Source().Resolve("token", null, null)?.Reveal());
    }

    [Fact]
    public void Resolve_EmptyHugeBinaryOrMissingFile_IsNull()
    {
        File.WriteAllText(Path.Combine(_at.Folder, "empty"), "\n");
        File.WriteAllText(Path.Combine(_at.Folder, "huge"), new string('x', 65_537));
        File.WriteAllBytes(Path.Combine(_at.Folder, "binary"), [0xFF, 0xFE, 0x00]);

        Assert.All(["empty", "huge", "binary", "missing", ".", "nul\0"], name => Assert.Null(Source().Resolve(name, null, null)));
    }

    [Fact]
    public void Resolve_Environment_IsRead()
    {
        _at.Environment["CAM_TOKEN"] = "hush\n";

        Assert.Equal("hush", Source().Resolve(null, "CAM_TOKEN", null)?.Reveal());
        Assert.Null(Source().Resolve(null, "OTHER", null));
    }

    [Fact]
    public void Resolve_Credential_IsReadFromItsDirectoryOnly()
    {
        string directory = Directory.CreateDirectory(Path.Combine(_at.Folder, "credentials")).FullName;
        File.WriteAllText(Path.Combine(directory, "mqtt"), "hush");
        File.WriteAllText(Path.Combine(_at.Folder, "outside"), "hush");
        _at.Environment["CREDENTIALS_DIRECTORY"] = directory;

        Assert.Equal("hush", Source().Resolve(null, null, "mqtt")?.Reveal());
        Assert.All(["../outside", "..", "none"], name => Assert.Null(Source().Resolve(null, null, name)));
    }

    [Fact]
    public void Resolve_CredentialWithoutADirectory_IsNull() => Assert.Null(Source().Resolve(null, null, "mqtt"));

    [Fact]
    public void Resolve_NoneOrSeveral_IsNullAndAnEmptyOneDoesNotCount()
    {
        _at.Environment["A"] = "hush";

        Assert.Null(Source().Resolve(null, null, null));
        Assert.Null(Source().Resolve("A", "A", null));
        Assert.Equal("hush", Source().Resolve(string.Empty, "A", null)?.Reveal());
    }

    private SecretFiles Source() => new(_at.Folder, _at.Environment);
}
