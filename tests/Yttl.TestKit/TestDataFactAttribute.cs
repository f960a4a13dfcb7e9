namespace Yttl.TestKit;

/// <summary>A spec that reads the shared trial data; it is skipped, with the reason, where that folder is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TestDataFactAttribute : Xunit.FactAttribute
{
    public TestDataFactAttribute()
    {
        if (TestData.Folder is null)
            Skip = "needs the shared trial data: set YTTL_TEST_DATA to its folder";
    }
}
