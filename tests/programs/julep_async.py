"""A user's program without blocking: every method, as a type checker sees it."""

from __future__ import annotations

from typing import assert_type

from julep import (
    OMIT,
    Agent,
    AgentDefaultSettings,
    ApiConnectionError,
    ApiError,
    AsyncJulepApi,
    ChatMlMessageRole,
    ChatResponse,
    ChatResponseChunk,
    ChatSettingsResponseFormat,
    ChatSettingsResponseFormatType,
    CreateDoc,
    CreateToolRequest,
    CreateToolRequestType,
    FunctionDef,
    GetAgentMemoriesResponse,
    GetHistoryResponse,
    InputChatMlMessage,
    InputChatMlMessageRole,
    Instruction,
    JulepApiEnvironment,
    ListAgentsResponse,
    ResourceCreatedResponse,
    ResourceUpdatedResponse,
    SdkError,
    Session,
    Tool,
    ToolType,
    User,
)
from julep.models import Belief, Entity, Episode


async def agents(client: AsyncJulepApi) -> str:
    created = await client.create_agent(
        name="Ada",
        about="Knows numbers",
        instructions=[Instruction(content="Be brief", important=True)],
        tools=[tool_request()],
        default_settings=AgentDefaultSettings(temperature=0.5, top_p=None),
        model="gpt-4",
        docs=[CreateDoc(title="Sums", content="1 + 1 = 2")],
    )
    assert_type(created, ResourceCreatedResponse)
    agent = await client.get_agent(created.id)
    assert_type(agent, Agent)
    page = await client.list_agents(limit=10, offset=None)
    assert_type(page, ListAgentsResponse)
    updated = await client.update_agent(agent.id, about=None, name=OMIT, model="gpt-5")
    assert_type(updated, ResourceUpdatedResponse)
    return ", ".join(each.name for each in page.items)


def tool_request() -> CreateToolRequest:
    function = FunctionDef(
        name="add", description="Adds", parameters={"type": "object"}
    )
    return CreateToolRequest(type=CreateToolRequestType.FUNCTION, function=function)


async def tools_and_docs(client: AsyncJulepApi, agent: Agent, user: User) -> None:
    tool = await client.create_agent_tool(agent.id, request=tool_request())
    function = FunctionDef(name="add", parameters={})
    await client.update_agent_tool(agent.id, tool.id, function=function)
    for each in (await client.get_agent_tools(agent.id, limit=5)).items or ():
        print(each.id, each.type is ToolType.FUNCTION, each.function.name)
    assert_type(await client.delete_agent_tool(agent.id, tool.id), None)
    doc = CreateDoc(title="t", content="c")
    for_agent = await client.create_agent_doc(agent.id, request=doc)
    for_user = await client.create_user_doc(user.id, request=doc)
    print(
        (await client.get_agent_docs(agent.id)).items,
        (await client.get_user_docs(user.id)).items,
    )
    await client.delete_agent_doc(agent.id, for_agent.id)
    await client.delete_user_doc(user.id, for_user.id)


async def users(client: AsyncJulepApi) -> User:
    created = await client.create_user(name="Bob", about=None, docs=[])
    await client.update_user(created.id, name="Rob")
    for user in (await client.list_users(limit=1)).items:
        print(user.created_at.year if user.created_at else "new")
    user = await client.get_user(created.id)
    assert_type(user, User)
    return user


async def sessions(client: AsyncJulepApi, agent: Agent, user: User) -> None:
    created = await client.create_session(
        user_id=user.id, agent_id=agent.id, situation="Chat"
    )
    session = await client.get_session(created.id)
    assert_type(session, Session)
    await client.update_session(session.id, situation="Talk")
    print(
        len((await client.list_sessions()).items),
        (await client.get_suggestions(session.id)).items,
    )
    history = await client.get_history(session.id, limit=2)
    assert_type(history, GetHistoryResponse)
    for message in history.items or ():
        print(message.role is ChatMlMessageRole.USER, message.role.value)
    await client.delete_session(session.id)


async def chat(client: AsyncJulepApi, session: Session, tool: Tool) -> str:
    message = InputChatMlMessage(role=InputChatMlMessageRole.USER, content="Hi")
    answer = await client.chat(session.id, messages=[message])
    assert_type(answer, ChatResponse)
    whole = await client.chat(
        session.id,
        messages=[message],
        tools=[tool],
        tool_choice="auto",
        frequency_penalty=0.1,
        length_penalty=1,
        logit_bias={"50256": -100, "1": None},
        max_tokens=10,
        presence_penalty=None,
        repetition_penalty=OMIT,
        response_format=ChatSettingsResponseFormat(
            type=ChatSettingsResponseFormatType.JSON_OBJECT, schema_={"type": "object"}
        ),
        seed=1,
        stop=["\n"],
        stream=False,
        temperature=0.2,
        top_p=0.9,
        recall=True,
        remember=False,
    )
    assert_type(whole, ChatResponse)
    parts: list[str] = []
    async with await client.chat(session.id, messages=[message], stream=True) as stream:
        async for chunk in stream:
            assert_type(chunk, ChatResponseChunk)
            for alternative in chunk.response or ():
                parts += [delta.content or "" for delta in alternative]
    return "".join(parts)


async def memories(client: AsyncJulepApi, agent: Agent) -> None:
    found = await client.get_agent_memories(
        agent.id,
        query="tea",
        types=["belief", "episode"],
        user_id="u",
        limit=3,
        offset=0,
    )
    assert_type(found, GetAgentMemoriesResponse)
    for memory in found.items or ():
        match memory:
            case Belief() | Episode():
                print(memory.content, memory.weight)
                await client.delete_agent_memory(agent.id, memory.id)
            case Entity():
                print(memory.id)
            case unknown:
                print(unknown.raw)


async def main() -> None:
    async with AsyncJulepApi(
        api_key="key",
        environment=JulepApiEnvironment.DEFAULT,
        timeout=30,
        max_retries=1,
        strict=False,
    ) as client:
        try:
            await agents(client.with_options(timeout=5, max_retries=0))
            await client.delete_user((await users(client)).id)
            await client.delete_agent("agent")
        except ApiError as error:
            print(error.status_code + 1, error.headers.get("date"), error.request_id)
        except ApiConnectionError as error:
            print(error)
        except SdkError as error:
            raise SystemExit(1) from error
