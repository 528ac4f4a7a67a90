namespace EdgeGateway.Tests.House;

public sealed class SizeLawTests
{
    [Fact]
    public void Product_Files_AreAtMost300Lines() => Assert.Empty(SizeLaw.Files(Repository.Sources("src", "firmware-sim"), 300));

    [Fact]
    public void Tests_Files_AreAtMost400Lines() => Assert.Empty(SizeLaw.Files(Repository.Sources("tests"), 400));

    [Fact]
    public void Product_Methods_AreAtMost40Lines() => Assert.Empty(SizeLaw.Methods(Repository.Sources("src", "firmware-sim")));

    [Theory]
    [InlineData(300, false)]
    [InlineData(301, true)]
    public void Files_AtTheLimit_Pass(int lines, bool broken)
    {
        string text = string.Concat(Enumerable.Repeat("//\n", lines));

        Assert.Equal(broken, SizeLaw.Files([new SourceFile("a.cs", text)], 300).Any());
        Assert.Equal(broken, SizeLaw.Files([new SourceFile("a.cs", text.TrimEnd('\n'))], 300).Any());
    }

    [Theory]
    [InlineData("void M()\n{\n", "a();\n", 37, "}\n", false)]
    [InlineData("void M()\n{\n", "a();\n", 38, "}\n", true)]
    [InlineData("int M() =>\n", "1 +\n", 38, "1;\n", false)]
    [InlineData("int M() =>\n", "1 +\n", 39, "1;\n", true)]
    [InlineData("void M(\n", "int a = 1,\n", 39, "int b = 2) { }\n", true)]
    [InlineData("T M<T>() where T : class where U : struct\n{\n", "if (a) { b(); }\n", 39, "}\n", true)]
    [InlineData("void M()\n{\n", "a(\"}\"); // }\n", 39, "}\n", true)]
    [InlineData("void M()\n{\n", "a($\"{b(\"}\")}}}\"); b('}');\n", 39, "}\n", true)]
    [InlineData("void M()\n{\nvar s = \"\"\"\n", "}\n", 39, "\"\"\";\n}\n", true)]
    [InlineData("void M()\n{\nvar s = @\"\\\";\n", "/* } */\n", 39, "}\n", true)]
    [InlineData("int P\n{\nget\n{\n", "a();\n", 39, "return 1;\n}\n}\n", true)]
    [InlineData("static readonly int[] s_table =\n[\n", "1,\n", 100, "];\n", false)]
    [InlineData("static readonly D s_table = new()\n{\n", "[1] = 2,\n", 100, "};\n", false)]
    [InlineData("[A(1)]\n", "[B(typeof(int[]))]\n", 100, "void M() { }\n", false)]
    [InlineData("[A(1)]\nvoid M()\n{\n", "a();\n", 38, "}\n", true)]
    [InlineData("class Inner\n{\n", "int a;\n", 100, "}\n", false)]
    public void Methods_OverTheLimit_AreFound(string head, string line, int times, string tail, bool broken)
    {
        string text = $"namespace N;\n\n/// {{\npublic sealed class C(int x) : B(x)\n{{\nint _f;\n{head}{string.Concat(Enumerable.Repeat(line, times))}{tail}int _g;\n}}\n";

        Assert.Equal(broken, SizeLaw.Methods([new SourceFile("a.cs", text)]).Any());
    }

    [Fact]
    public void Methods_TwoShortOnes_AreNotTakenTogether()
    {
        string method = $"void M()\n{{\n{string.Concat(Enumerable.Repeat("a();\n", 30))}}}\n";

        Assert.Empty(SizeLaw.Methods([new SourceFile("a.cs", $"namespace N\n{{\nclass C\n{{\n{method}\n{method}}}\n}}\n")]));
    }
}
